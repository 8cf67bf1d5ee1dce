from django.urls import path

from interlocal.office import views_gifts, views_order

of_preparation = [
    path("order/", views_order.order, name="order"),
    path("order/rule/", views_order.rule, name="order_rule"),
    path("order/move/", views_order.move, name="order_move"),
    path("order/undo/", views_order.undo, name="order_undo"),
    path("order/list.<str:format>", views_order.printed, name="order_list"),
    path("gifts/", views_gifts.gifts, name="gifts"),
    path("gifts/<int:number>/", views_gifts.gift, name="gift"),
    path("gifts/<int:number>/strike/", views_gifts.strike, name="gift_strike"),
]
