"""The check-in desk: for signed-in staff below a preparation, and for a phone that holds a desk link."""

from django.urls import path

from interlocal.office import views_desk

_PAGES = [
    ("desk/", views_desk.desk, "desk"),
    ("desk/check/", views_desk.check, "desk_check"),
    ("desk/undo/<uuid:once>/", views_desk.undo, "desk_undo"),
    ("desk/walk-in/", views_desk.walk_in, "desk_walk_in"),
    ("desk/send/", views_desk.send, "desk_send"),
    ("desk/state.json", views_desk.state, "desk_state"),
]
of_preparation = [path(tail, view, name=name) for tail, view, name in _PAGES]
of_link = [path(tail, view, name=f"link_{name}") for tail, view, name in _PAGES]
