from django.urls import path

from interlocal.office import views_links

of_preparation = [
    path("invitations/<slug:invited>/links/", views_links.make, name="link_make"),
    path("invitations/<slug:invited>/links/<int:link>/revoke/", views_links.revoke, name="link_revoke"),
]
of_link = [path("", views_links.home, name="link_home")]
