"""Every address of the product: pages below a language prefix, the record itself without one."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from interlocal.office import urls_account
from interlocal.portal import urls_data

urlpatterns = [
    *urls_data.without_language,
    *urls_account.without_language,
    *i18n_patterns(path("", include("interlocal.office.urls")), path("", include("interlocal.portal.urls"))),
]

handler400 = "interlocal.config.troubles.bad_request"
handler404 = "interlocal.config.troubles.not_found"
handler429 = "interlocal.office.views_trouble.too_many"
handler500 = "interlocal.config.troubles.broken"
