"""Addresses of the programme of an edition: its board, its items, and what stands beside them."""

from django.urls import path

from interlocal.office import (
    views_programme,
    views_programme_items,
    views_programme_places,
    views_programme_resources,
)

of_preparation = [
    path("programme/", views_programme.programme, name="programme"),
    path("programme/version/", views_programme.version, name="programme_version"),
    path("programme/quick/", views_programme.quick, name="item_quick"),
    path("programme/new/", views_programme_items.add, name="item_add"),
    path("programme/back/", views_programme.put_back, name="item_put_back"),
    path("programme/<int:number>/", views_programme_items.change, name="item_change"),
    path("programme/<int:number>/put/", views_programme.put, name="item_put"),
    path("programme/<int:number>/stretch/", views_programme.stretch, name="item_stretch"),
    path("programme/<int:number>/copy/", views_programme_items.copy, name="item_copy"),
    path("programme/<int:number>/diets/", views_programme_items.diets, name="item_diets"),
    path("programme/<int:number>/remove/", views_programme.remove, name="item_remove"),
    path("programme/sites/", views_programme_places.sites, name="sites"),
    path("programme/sites/new/", views_programme_places.add_site, name="site_add"),
    path("programme/sites/back/", views_programme_places.put_site_back, name="site_put_back"),
    path("programme/sites/routes/", views_programme_places.set_route, name="site_route"),
    path("programme/sites/routes/remove/", views_programme_places.remove_route, name="site_route_remove"),
    path("programme/sites/<slug:site>/", views_programme_places.change_site, name="site_change"),
    path("programme/sites/<slug:site>/remove/", views_programme_places.remove_site, name="site_remove"),
    path("programme/resources/", views_programme_resources.resources, name="resources"),
    path("programme/resources/new/", views_programme_resources.add, name="resource_add"),
    path("programme/resources/back/", views_programme_resources.put_back, name="resource_put_back"),
    path("programme/resources/<int:number>/", views_programme_resources.change, name="resource_change"),
    path(
        "programme/resources/<int:number>/remove/", views_programme_resources.remove, name="resource_remove"
    ),
    path("programme/tracks/", views_programme_resources.tracks, name="tracks"),
    path(
        "programme/tracks/<int:number>/remove/", views_programme_resources.remove_track, name="track_remove"
    ),
]
