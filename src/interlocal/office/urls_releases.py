"""Addresses of released versions of a programme."""

from django.urls import path

from interlocal.office import views_releases

of_preparation = [
    path("programme/releases/", views_releases.releases, name="releases"),
    path("programme/releases/<int:number>/tell/", views_releases.tell, name="release_tell"),
    path("programme/released/", views_releases.released, name="released"),
]
