"""Search for who is signed in: without a hat, because it looks under all of theirs."""

from django.urls import path

from interlocal.office import views_search

of_office = [
    path("search/", views_search.search, name="office_search"),
    path("search/suggest", views_search.suggest, name="office_suggest"),
]
