"""The addresses of the public pages, below a language prefix. Each part has its own file."""

from django.urls import URLPattern, URLResolver, path

from interlocal.portal import urls_data, urls_programmes, urls_registry, views_frame, views_search

urlpatterns: list[URLPattern | URLResolver] = [
    path("about/", views_frame.about, name="about"),
    path("search/", views_search.search, name="search"),
    path("search/suggest", views_search.suggest, name="suggest"),
    path("search.json", views_search.as_json, name="search_json"),
    path("search.atom", views_search.feed, name="search_feed"),
    *urls_programmes.urlpatterns,
    *urls_registry.urlpatterns,
    *urls_data.urlpatterns,
]
