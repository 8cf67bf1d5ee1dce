"""Every address of the product: pages below a language prefix, the record itself without one."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from interlocal.portal import urls_data

urlpatterns = [
    *urls_data.without_language,
    *i18n_patterns(path("", include("interlocal.portal.urls"))),
]

handler400 = "interlocal.portal.views_frame.bad_request"
handler404 = "interlocal.portal.views_frame.not_found"
handler500 = "interlocal.portal.views_frame.broken"
