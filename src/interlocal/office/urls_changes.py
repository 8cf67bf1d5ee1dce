from django.urls import path

from interlocal.office import entrance, views_changes, views_changes_asked

TAILS: list[entrance.Tail] = [
    ("changes/", views_changes_asked.listed, "delegation_changes"),
    ("changes/new/", views_changes_asked.new, "delegation_change_new"),
]
of_preparation = [
    path("changes/", views_changes.listed, name="changes"),
    path("changes/<int:change>/", views_changes.one, name="change"),
    path("changes/<int:change>/accept/", views_changes.accept, name="change_accept"),
    path("changes/<int:change>/refuse/", views_changes.refuse, name="change_refuse"),
    *entrance.of_staff(TAILS),
]
of_link = entrance.of_holders(TAILS)
