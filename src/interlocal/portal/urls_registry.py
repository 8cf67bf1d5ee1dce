from django.urls import URLPattern, URLResolver, path

from interlocal.portal import views_bodies, views_people, views_sources, views_ties

urlpatterns: list[URLPattern | URLResolver] = [
    path("bodies/", views_bodies.bodies, name="bodies"),
    path("bodies/<slug:slug>/", views_bodies.body, name="body"),
    path("people/", views_people.people, name="people"),
    path("people/<slug:slug>/", views_people.person, name="person"),
    path("ties/", views_ties.ties, name="ties"),
    path("ties/<slug:slug>/", views_ties.tie, name="tie"),
    path("sources/", views_sources.sources, name="sources"),
    path("sources/<slug:slug>/", views_sources.source, name="source"),
    path("conflicts/", views_sources.conflicts, name="conflicts"),
]
