from django.urls import URLPattern, URLResolver, path

from interlocal.portal import views_data

# Below a language prefix.
urlpatterns: list[URLPattern | URLResolver] = [
    *(
        path(f"{name}.csv", views_data.as_csv, {"name": name}, name=f"{name}_csv")
        for name in views_data.LISTS
    ),
    *(
        path(f"{name}.json", views_data.as_json, {"name": name}, name=f"{name}_json")
        for name in views_data.LISTS
    ),
    path("calendar.ics", views_data.calendar, name="calendar"),
    path("feed.atom", views_data.feed, name="feed"),
    path("series/<slug:slug>/calendar.ics", views_data.series_calendar, name="series_calendar"),
    path("series/<slug:slug>/feed.atom", views_data.series_feed, name="series_feed"),
    path("editions/<slug:slug>/calendar.ics", views_data.edition_calendar, name="edition_calendar"),
]
# Addresses that have no language: the whole record.
without_language: list[URLPattern | URLResolver] = [path("record.json", views_data.record, name="record")]
