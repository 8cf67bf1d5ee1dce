"""Addresses about people's data: below a delegation for staff and focal points, and the person's own."""

from django.urls import path

from interlocal.identity.kinds import Role
from interlocal.office import entrance, views_personal, views_personal_asked, views_personal_copy
from interlocal.office.entrance import entered

PAGES = [
    ("", views_personal.data, "personal_data"),
    ("show/", views_personal.uncover, "personal_show"),
    ("withdraw/", views_personal.withdraw, "personal_withdraw"),
    ("wish/", views_personal.wish, "personal_wish"),
    ("erase/", views_personal.erase, "personal_erase"),
    ("copy/", views_personal_copy.copy, "personal_copy"),
    ("copy/link/", views_personal_copy.make_link, "personal_copy_link"),
]
TAILS = [(f"people/<uuid:key>/data/{tail}", entered()(view), name) for tail, view, name in PAGES]

of_preparation = [
    *entrance.of_staff(TAILS),
    path("people/<uuid:key>/data/", views_personal.to_data, name="to_personal_data"),
    path("needs/", views_personal_asked.asked, name="needs"),
    path("privacy/", views_personal_asked.privacy, name="privacy"),
]
of_link = [
    *entrance.of_holders(TAILS),
    *(
        path(f"data/{tail}", entered(Role.DELEGATE)(view), name=f"link_own_{name}")
        for tail, view, name in PAGES
        if name != "personal_erase"
    ),
    path("copy/", views_personal_copy.by_ticket, name="link_copy"),
]
