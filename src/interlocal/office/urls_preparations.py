"""Addresses of preparations: their list, making one, and what is kept of one."""

from django.urls import path

from interlocal.office import (
    views_preparations,
    views_preparations_copy,
    views_preparations_settings,
)

of_body = [
    path("preparations/", views_preparations.listed, name="preparations"),
    # No preparation is called "new": their names end in a number.
    path("preparations/new/", views_preparations_copy.choose, name="preparation_choose"),
    path("preparations/new/<slug:series>/", views_preparations_copy.copy, name="preparation_copy"),
    path(
        "preparations/new/<slug:series>/empty/",
        views_preparations_copy.from_nothing,
        name="preparation_empty",
    ),
]
of_preparation = [
    path("", views_preparations.overview, name="preparation"),
    path("steps/<slug:step>/take/", views_preparations.take_step, name="step_take"),
    path("steps/<slug:step>/back/", views_preparations.take_back, name="step_back"),
    path("announce/", views_preparations.announce, name="preparation_announce"),
    path("deadlines/", views_preparations_settings.deadlines, name="preparation_deadlines"),
    path("settings/", views_preparations_settings.change, name="preparation_settings"),
    path("settings/days/", views_preparations_settings.move, name="preparation_days"),
]
