"""Addresses of seatings."""

from django.urls import path

from interlocal.office import views_seatings

of_preparation = [
    path("seatings/", views_seatings.seatings, name="seatings"),
    path("seatings/new/", views_seatings.add, name="seating_add"),
    path("seatings/back/", views_seatings.put_back, name="seating_put_back"),
    path("seatings/<int:number>/", views_seatings.seating, name="seating"),
    path("seatings/<int:number>/change/", views_seatings.change, name="seating_change"),
    path("seatings/<int:number>/swap/", views_seatings.swap, name="seating_swap"),
    path("seatings/<int:number>/swap/<int:which>/undo/", views_seatings.undo_swap, name="seating_undo_swap"),
    path("seatings/<int:number>/remove/", views_seatings.remove, name="seating_remove"),
]
