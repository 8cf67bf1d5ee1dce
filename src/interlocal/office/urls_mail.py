from django.urls import path

from interlocal.office import views_mail

of_body = [path("mail/", views_mail.piles, name="mail")]
of_preparation = [
    path("mail/", views_mail.outbox, name="outbox"),
    path("mail/write/", views_mail.write, name="mail_write"),
    path("mail/chosen/", views_mail.act, name="mail_act"),
    path("mail/<uuid:mail>/", views_mail.one, name="mail_one"),
]
