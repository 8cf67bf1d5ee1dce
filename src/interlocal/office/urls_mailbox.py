from django.urls import path

from interlocal.office import views_mailbox

of_admin = [
    path("mailbox/", views_mailbox.listed, name="mailbox"),
    path("mailbox/<str:key>/", views_mailbox.letter, name="letter"),
]
