"""Addresses of what papers say: texts, costs, photographs."""

from django.urls import path

from interlocal.office import views_texts, views_texts_costs, views_texts_photos

of_preparation = [
    path("texts/", views_texts.texts, name="texts"),
    path("texts/new/", views_texts.add, name="words_add"),
    path("texts/back/", views_texts.put_back, name="words_put_back"),
    path("texts/<int:number>/", views_texts.change, name="words_change"),
    path("texts/<int:number>/move/<slug:way>/", views_texts.move, name="words_move"),
    path("texts/<int:number>/remove/", views_texts.remove, name="words_remove"),
    path("texts/costs/", views_texts_costs.costs, name="costs"),
    path("texts/costs/back/", views_texts_costs.put_back, name="cost_put_back"),
    path("texts/costs/<int:number>/", views_texts_costs.change, name="cost_change"),
    path("texts/costs/<int:number>/move/<slug:way>/", views_texts_costs.move, name="cost_move"),
    path("texts/costs/<int:number>/remove/", views_texts_costs.remove, name="cost_remove"),
    path("texts/photos/", views_texts_photos.photos, name="photos"),
    path("texts/photos/<int:number>/", views_texts_photos.change, name="photo_change"),
    path("texts/photos/<int:number>/file/", views_texts_photos.file, name="photo_file"),
    path("texts/photos/<int:number>/small/", views_texts_photos.thumbnail, name="photo_small"),
    path("texts/photos/<int:number>/move/<slug:way>/", views_texts_photos.move, name="photo_move"),
    path("texts/photos/<int:number>/remove/", views_texts_photos.remove, name="photo_remove"),
]
