"""The addresses of the office, below a language prefix. Each noun has its own file `urls_<noun>`, found by its name."""

from importlib import import_module
from pkgutil import iter_modules

from django.urls import URLPattern, URLResolver, include, path

import interlocal.office as here
from interlocal.office import urls_account, views_home

Patterns = list[URLPattern | URLResolver]
PARTS = [
    import_module(f"{here.__name__}.{part.name}")
    for part in sorted(iter_modules(here.__path__), key=lambda part: part.name)
    if part.name.startswith("urls_") and part.name != "urls_account"
]


def _of(name: str) -> Patterns:
    return [pattern for part in PARTS for pattern in getattr(part, name, [])]


of_office: Patterns = [path("", views_home.home, name="office"), *_of("of_office")]
of_preparation = _of("of_preparation")
of_body: Patterns = [
    path("", views_home.under_hat, name="office_hat"),
    *_of("of_body"),
    path("preparations/<slug:preparation>/", include(of_preparation)),
]
urlpatterns: Patterns = [
    path("account/", include(urls_account.urlpatterns)),
    path("office/", include(of_office)),
    # Before the hats: no body is called `admin`.
    path("office/admin/", include(_of("of_admin"))),
    path("office/<slug:body>/", include(of_body)),
    path("with/<str:token>/", include(_of("of_link"))),
]
