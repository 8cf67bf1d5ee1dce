from django.urls import path

from interlocal.office import views_accounts, views_mandates

of_body = [
    path("mandates/", views_mandates.mandates, name="mandates"),
    path("mandates/<int:number>/end/", views_mandates.end, name="mandate_end"),
    path("mandates/hand-over/", views_mandates.hand_over, name="mandate_hand_over"),
]
of_admin = [
    path("mandates/", views_mandates.choose_body, name="admin_mandates"),
    path("mandates/<slug:of>/", views_mandates.mandates, name="admin_mandates_of"),
    path("mandates/<slug:of>/<int:number>/end/", views_mandates.end, name="admin_mandate_end"),
    path("mandates/<slug:of>/hand-over/", views_mandates.hand_over, name="admin_mandate_hand_over"),
    path("people/", views_accounts.people, name="admin_people"),
    path("people/<int:number>/<slug:act>/", views_accounts.change, name="admin_person"),
]
