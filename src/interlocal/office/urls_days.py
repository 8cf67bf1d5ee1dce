from django.urls import path

from interlocal.office import views_days, views_days_escorts, views_days_links

of_preparation = [
    path("days/", views_days.days, name="days"),
    path("days/desks/", views_days.make_desk, name="desk_make"),
    path("days/desks/<int:link>/revoke/", views_days.revoke_desk, name="desk_revoke"),
    path("days/walk-ins/<uuid:key>/approve/", views_days.approve, name="walk_in_approve"),
    path("days/attendance/", views_days.record, name="attendance"),
    path("days/links/", views_days_links.links_page, name="own_links"),
    path("days/links/<int:link>/revoke/", views_days_links.revoke, name="own_link_revoke"),
    path("people/<uuid:key>/link/", views_days_links.link_of, name="own_link"),
    path("days/escorts/", views_days_escorts.escorts, name="escorts"),
    path("days/escorts/<slug:invited>/", views_days_escorts.add, name="escort_add"),
    path("days/escorts/<slug:invited>/<int:number>/", views_days_escorts.change, name="escort"),
    path("days/escorts/<slug:invited>/<int:number>/remove/", views_days_escorts.remove, name="escort_remove"),
]
