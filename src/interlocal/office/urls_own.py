from django.urls import path

from interlocal.office import views_own

of_link = [
    path("me/", views_own.page, name="link_me"),
    path("me/seen/", views_own.seen, name="link_me_seen"),
    path("me/code.svg", views_own.code, name="link_me_code"),
    path("me/programme.ics", views_own.programme, name="link_me_programme"),
    path("worker.js", views_own.worker, name="link_worker"),
]
