from django.urls import path

from interlocal.office import views_people, views_people_export, views_people_one

of_preparation = [
    path("people/", views_people.table, name="prep_people"),
    path("people/decide/", views_people.decide, name="prep_people_decide"),
    path("people/undo/", views_people.undo, name="prep_people_undo"),
    path("people/export.<str:format>", views_people_export.export, name="prep_people_export"),
    path("people/<uuid:key>/", views_people_one.person, name="prep_person"),
    path("people/<uuid:key>/row/", views_people.row, name="prep_person_row"),
    path("people/<uuid:key>/edit/", views_people.edit, name="prep_person_edit"),
    path("people/<uuid:key>/decide/", views_people_one.decide, name="prep_person_decide"),
    path("people/<uuid:key>/undo/", views_people_one.undo, name="prep_person_undo"),
]
