from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower, Now

from interlocal.ground.fields import AnyField
from interlocal.ground.tongues import OWN_NAMES, TONGUES


class User(AbstractBaseUser):
    """Someone who can sign in. What they may do for whom is a mandate, in the registry.

    `language` is the one mails are written in, empty when not known. Demo users exist in demonstrations only.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(
        max_length=7, blank=True, choices=[(code, OWN_NAMES[code]) for code in TONGUES]
    )
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)
    is_demo = models.BooleanField(default=False)
    joined_at = models.DateTimeField(db_default=Now())

    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    USERNAME_FIELD = "email"

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="user_email_once"),)

    def __str__(self) -> str:
        return self.name or self.email


class TransactionId(AnyField):
    """PostgreSQL's 64-bit transaction number; it never wraps."""

    def db_type(self, connection: Any) -> str:  # noqa: ARG002  # Django's signature
        return "xid8"

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> int | None:  # noqa: ARG002  # likewise
        return None if value is None else int(value)

    def get_prep_value(self, value: Any) -> str | None:
        # PostgreSQL casts no number to xid8; text without a type it reads as one.
        return None if value is None else str(value)


class CurrentTransaction(models.Func):
    function = "pg_current_xact_id"
    template = "%(function)s()"
    output_field = TransactionId()


class Entry(models.Model):
    """One line of the journal: who did what to which subject, and in which transaction.

    Followers read by (xid, id) below the oldest transaction still open: an id alone loses lines, because the
    entry with the higher id can be committed first. What is not `public` changes no public page.
    """

    actor = models.CharField(max_length=200)
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    verb = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=40)
    subject_key = models.CharField(max_length=200)
    at = models.DateTimeField()
    details = models.JSONField(default=dict)
    public = models.BooleanField(default=True, db_default=True)
    xid = TransactionId(db_default=CurrentTransaction(), editable=False)

    class Meta:
        indexes = (
            models.Index(fields=["xid", "id"], name="entry_cursor"),
            models.Index(fields=["subject_kind", "subject_key", "-id"], name="entry_subject"),
            models.Index(fields=["-id"], name="entry_public", condition=models.Q(public=True)),
        )

    def __str__(self) -> str:
        return f"{self.actor} {self.verb} {self.subject_kind} {self.subject_key}"


class Follower(models.Model):
    """How far a reader of the journal has come."""

    name = models.CharField(max_length=40, primary_key=True)
    xid = TransactionId()
    entry = models.BigIntegerField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
