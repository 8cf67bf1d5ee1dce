from django.urls import path

from interlocal.office import entrance, views_reuse, views_reuse_names

NAMES: list[entrance.Tail] = [("names/", views_reuse_names.suggestions, "delegation_names")]
# A link shows one event only: earlier ones are for who is signed in.
VISITORS: list[entrance.Tail] = [("again/", views_reuse.visitors, "delegation_again")]
of_preparation = [
    path("duplicates/", views_reuse.same_people, name="prep_duplicates"),
    *entrance.of_staff([*NAMES, *VISITORS]),
]
of_link = entrance.of_holders(NAMES)
