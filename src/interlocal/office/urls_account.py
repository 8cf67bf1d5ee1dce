"""Signing in and keeping one's account."""

from allauth.account import views as account
from allauth.usersessions import views as sessions
from django.urls import URLPattern, URLResolver, include, path

from interlocal.office import views_account

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views_account.overview, name="account"),
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", views_account.inactive, name="account_inactive"),
    path("signup/", views_account.sign_up, name="account_signup"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", views_account.forgotten, name="account_reset_password"),
    path("password/reset/done/", views_account.forgotten_done, name="account_reset_password_done"),
    path("welcome/<str:token>/", views_account.welcome, name="account_welcome"),
    path("factors/", include("allauth.mfa.urls")),
    path("sessions/", sessions.list_usersessions, name="usersessions_list"),
    path("other/cancelled/", views_account.cancelled, name="socialaccount_login_cancelled"),
    path("other/failed/", views_account.cancelled, name="socialaccount_login_error"),
    path("other/new/", views_account.sign_up, name="socialaccount_signup"),
    path("other/", views_account.overview, name="socialaccount_connections"),
]
# Identity providers send people back to one address, whatever language they read.
without_language: list[URLPattern | URLResolver] = [
    path("account/oidc/<str:provider_id>/login/", views_account.other_house, name="openid_connect_login"),
    path("account/", include("allauth.socialaccount.providers.openid_connect.urls")),
]
