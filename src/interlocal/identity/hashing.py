"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2id(Argon2PasswordHasher):
    """Argon2id as OWASP asks for it: 19 MiB, two passes, one lane. Django's own takes ten times as long, and on the
    morning of an event everybody signs in within minutes.
    """

    time_cost = 2
    memory_cost = 19456
    parallelism = 1
