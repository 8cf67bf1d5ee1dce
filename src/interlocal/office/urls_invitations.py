from django.urls import path

from interlocal.office import views_invitations, views_invitations_one

of_preparation = [
    path("invitations/", views_invitations.listed, name="invitations"),
    path("invitations/send/", views_invitations.send_chosen, name="invitations_send"),
    path("invitations/add/", views_invitations.add, name="invitations_add"),
    path("invitations/<slug:invited>/", views_invitations_one.one, name="invitation"),
    path("invitations/<slug:invited>/send/", views_invitations_one.send, name="invitation_send"),
    path("invitations/<slug:invited>/answer/", views_invitations_one.answer, name="invitation_answer"),
    path("invitations/<slug:invited>/withdraw/", views_invitations_one.withdraw, name="invitation_withdraw"),
]
