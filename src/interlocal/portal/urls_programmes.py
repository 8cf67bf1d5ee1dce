from django.urls import URLPattern, URLResolver, path

from interlocal.portal import (
    views_changes,
    views_editions,
    views_home,
    views_programmes,
    views_series,
    views_topics,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views_home.home, name="home"),
    path("series/", views_series.series_list, name="series_list"),
    path("series/<slug:slug>/", views_series.series, name="series"),
    path("editions/", views_editions.editions, name="editions"),
    path("editions/<slug:slug>/", views_editions.edition, name="edition"),
    path("programmes/<slug:slug>/", views_programmes.programme, name="programme"),
    path("programmes/<slug:slug>/frame/", views_programmes.frame, name="programme_frame"),
    path("programmes/<slug:slug>/calendar.ics", views_programmes.calendar, name="programme_calendar"),
    path("topics/", views_topics.topics, name="topics"),
    path("topics/<slug:slug>/", views_topics.topic, name="topic"),
    path("changes/", views_changes.changes, name="changes"),
]
