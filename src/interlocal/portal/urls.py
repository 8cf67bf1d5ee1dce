"""The addresses of the public pages, below a language prefix. Each part has its own file."""

from django.urls import URLPattern, URLResolver, path

from interlocal.portal import urls_data, urls_programmes, urls_registry, views_frame

urlpatterns: list[URLPattern | URLResolver] = [
    path("about/", views_frame.about, name="about"),
    path("search/", views_frame.search, name="search"),
    *urls_programmes.urlpatterns,
    *urls_registry.urlpatterns,
    *urls_data.urlpatterns,
]
