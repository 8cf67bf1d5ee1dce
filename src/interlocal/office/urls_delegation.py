from interlocal.office import entrance, views_delegation, views_delegation_people

TAILS: list[entrance.Tail] = [
    ("", views_delegation.delegation, "delegation"),
    ("add/", views_delegation_people.add, "delegation_add"),
    ("nominate/", views_delegation.nominate, "delegation_nominate"),
    ("answer/", views_delegation.answer, "delegation_answer"),
    ("headcount/", views_delegation.headcount, "delegation_headcount"),
    ("people/<uuid:key>/", views_delegation_people.row, "delegate"),
    ("people/<uuid:key>/edit/", views_delegation_people.edit, "delegate_edit"),
    ("people/<uuid:key>/move/", views_delegation_people.move, "delegate_move"),
    ("people/<uuid:key>/remove/", views_delegation_people.remove, "delegate_remove"),
    ("people/<uuid:key>/withdraw/", views_delegation_people.withdraw, "delegate_withdraw"),
    ("people/<uuid:key>/restore/", views_delegation_people.restore, "delegate_restore"),
    ("people/<uuid:key>/replace/", views_delegation_people.replace, "delegate_replace"),
]
of_preparation = entrance.of_staff(TAILS)
of_link = entrance.of_holders(TAILS)
