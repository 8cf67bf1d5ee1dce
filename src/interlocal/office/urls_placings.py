"""Addresses of who rides, sits and sleeps where."""

from django.urls import path

from interlocal.office import views_placings

of_preparation = [
    path("places/", views_placings.places, name="places"),
    path("places/fill/", views_placings.fill, name="places_fill"),
    path("places/put/", views_placings.put, name="places_put"),
]
