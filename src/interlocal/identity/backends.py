"""Whether an account may come in, asked at sign-in and again with every request of a session."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from interlocal.identity import queries


class Accounts(AuthenticationBackend):
    def user_can_authenticate(self, user: AbstractBaseUser | AnonymousUser | None) -> bool:
        return isinstance(user, AbstractBaseUser) and queries.obstacle_to_signing_in(user) is None
