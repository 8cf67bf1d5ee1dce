"""Closed lists of the room, and which state can follow which."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Step(models.TextChoices):
    """What a preparation goes through, in this order."""

    INVITED = "invited", pgettext_lazy("step", "invited")
    OPEN = "open", pgettext_lazy("step", "nominations open")
    CLOSED = "closed", pgettext_lazy("step", "nominations closed")
    APPROVED = "approved", pgettext_lazy("step", "approved")
    FROZEN = "frozen", pgettext_lazy("step", "list frozen")
    HELD = "held", pgettext_lazy("step", "held")
    REPORTED = "reported", pgettext_lazy("step", "reported")


STEPS: Final = tuple(Step.values)


class InvitationState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("state of an invitation", "not sent")
    SENT = "sent", pgettext_lazy("state of an invitation", "sent")
    ACCEPTED = "accepted", pgettext_lazy("state of an invitation", "accepted")
    DECLINED = "declined", pgettext_lazy("state of an invitation", "declined")


class Part(models.TextChoices):
    """As what a delegate comes."""

    HEAD = "head", _("head of delegation")
    DEPUTY = "deputy", _("deputy head")
    MEMBER = "member", pgettext_lazy("part of a delegate", "member")
    INTERPRETER = "interpreter", _("interpreter")
    PRESS = "press", _("press")
    STAFF = "staff", _("staff")


# Who takes one of the seats of a quota; the others are counted against `support_quota`.
SEATED: Final = (Part.HEAD, Part.DEPUTY, Part.MEMBER)


class Grade(models.TextChoices):
    """The rank that a post gives, highest first; what a title is called in each government differs."""

    HEAD = "head", _("head of government")
    DEPUTY_HEAD = "deputy_head", _("deputy head of government")
    ASSEMBLY = "assembly", _("speaker or member of the assembly")
    AMBASSADOR = "ambassador", _("ambassador, consul-general")
    DIRECTOR_GENERAL = "director_general", _("director-general of a bureau")
    DIRECTOR = "director", _("director of a division")
    DEPUTY_DIRECTOR = "deputy_director", _("deputy director, head of a team")
    OFFICER = "officer", _("officer")
    OTHER = "other", pgettext_lazy("grade", "other")


RANK: Final = {grade: number for number, grade in enumerate(Grade.values, start=1)}


class State(models.TextChoices):
    """Where a delegate stands."""

    DRAFT = "draft", pgettext_lazy("state of a delegate", "being entered")
    NOMINATED = "nominated", pgettext_lazy("state of a delegate", "nominated")
    PRE_APPROVED = "pre_approved", pgettext_lazy("state of a delegate", "pre-approved")
    APPROVED = "approved", pgettext_lazy("state of a delegate", "approved")
    WAITING = "waiting", pgettext_lazy("state of a delegate", "on the waiting list")
    REFUSED = "refused", pgettext_lazy("state of a delegate", "not approved")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a delegate", "withdrawn")


MOVES: Final[dict[str, frozenset[str]]] = {
    "draft": frozenset({"nominated", "waiting", "withdrawn"}),
    "nominated": frozenset({"pre_approved", "approved", "waiting", "refused", "withdrawn"}),
    "pre_approved": frozenset({"approved", "nominated", "refused", "withdrawn"}),
    "approved": frozenset({"withdrawn", "refused"}),
    "waiting": frozenset({"nominated", "refused", "withdrawn"}),
    "refused": frozenset({"nominated", "waiting"}),
    "withdrawn": frozenset({"nominated", "waiting"}),
}
# Who takes a seat.
STANDING: Final = (State.NOMINATED, State.PRE_APPROVED, State.APPROVED)


class Origin(models.TextChoices):
    """Where a spelling came from. What was generated never replaces what was supplied."""

    NONE = "", pgettext_lazy("origin of a spelling", "missing")
    SUPPLIED = "supplied", pgettext_lazy("origin of a spelling", "supplied")
    GENERATED = "generated", pgettext_lazy("origin of a spelling", "generated")


class DataClass(models.TextChoices):
    CONTACT = "contact", pgettext_lazy("class of personal data", "contact")
    IDENTITY = "identity", pgettext_lazy("class of personal data", "identity")
    SENSITIVE = "sensitive", pgettext_lazy("class of personal data", "sensitive")


class Field(models.TextChoices):
    """What may be asked of a person beside name and post (public office)."""

    EMAIL = "email", _("e-mail")
    PHONE = "phone", _("mobile phone")
    EMERGENCY = "emergency", _("emergency contact")
    BIRTH = "birth", _("date of birth")
    NATIONALITY = "nationality", _("nationality")
    PASSPORT = "passport", _("passport number")
    PASSPORT_UNTIL = "passport_until", _("passport valid until")
    SEX = "sex", pgettext_lazy("in a passport", "sex")
    ARRIVAL = "arrival", _("arrival and departure")
    DIET = "diet", _("diet")
    ACCESS = "access", _("accessibility needs")
    HEALTH = "health", _("allergies and health")


CLASS_OF: Final[dict[str, str]] = {
    "email": "contact",
    "phone": "contact",
    "emergency": "contact",
    "arrival": "contact",
    "birth": "identity",
    "nationality": "identity",
    "passport": "identity",
    "passport_until": "identity",
    "sex": "identity",
    "diet": "sensitive",
    "access": "sensitive",
    "health": "sensitive",
}
# Kept so long after the preparation is closed, in days, where it says nothing else.
RETENTION: Final[dict[str, int]] = {"contact": 365, "identity": 30, "sensitive": 7}
# Classes encrypted at rest; every reading of them is journalled.
SEALED: Final = ("identity", "sensitive")


class Purpose(models.TextChoices):
    """Why a field is asked."""

    INVITATION = "invitation", _("invitation letters and visas")
    TRAVEL = "travel", _("travel and accommodation")
    MEALS = "meals", _("meals")
    SAFETY = "safety", _("safety on the days")
    CONTACT = "contact", _("news about the programme")
    ACCESS = "access", _("barrier-free participation")


class Stage(models.TextChoices):
    """A decision on a delegate."""

    PRE_APPROVE = "pre_approve", _("pre-approve")
    APPROVE = "approve", _("approve")
    REFUSE = "refuse", pgettext_lazy("decision", "refuse")
    RETURN = "return", pgettext_lazy("decision", "return for correction")


class ChangeKind(models.TextChoices):
    """A late change, after the list was frozen."""

    ADD = "add", pgettext_lazy("late change", "add a delegate")
    EDIT = "edit", pgettext_lazy("late change", "change details")
    REPLACE = "replace", pgettext_lazy("late change", "send somebody else")
    WITHDRAW = "withdraw", pgettext_lazy("late change", "withdraw")


class ChangeState(models.TextChoices):
    OPEN = "open", pgettext_lazy("state of a late change", "waiting for an answer")
    ACCEPTED = "accepted", pgettext_lazy("state of a late change", "accepted")
    REFUSED = "refused", pgettext_lazy("state of a late change", "refused")


class NoteKind(models.TextChoices):
    QUESTION = "question", _("open question")
    LESSON = "lesson", _("lesson learnt")
    NOTE = "note", pgettext_lazy("kind of note", "note")


class ItemAudience(models.TextChoices):
    ALL = "all", _("everybody")
    SEATED = "seated", _("delegates")
    HEADS = "heads", _("heads of delegation")
    SUPPORT = "support", _("interpreters and staff")


class OrderRule(models.TextChoices):
    """By what delegations are put in order."""

    ALPHABETICAL = "alphabetical", _("alphabetical")
    HOST_FIRST = "host_first", _("host first, then alphabetical")
    HOST_LAST = "host_last", _("host last, otherwise alphabetical")
    ROTATION = "rotation", _("rotation of the chair")
    OFFICIAL = "official", _("official order of governments")


class WithinRule(models.TextChoices):
    """By what the delegates of one delegation are put in order."""

    RANK = "rank", _("rank, then date in post")
    SENT = "sent", _("the sender's list")


class MailState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("state of a mail", "draft")
    QUEUED = "queued", pgettext_lazy("state of a mail", "waiting to be sent")
    SENDING = "sending", pgettext_lazy("state of a mail", "being sent")
    SENT = "sent", pgettext_lazy("state of a mail", "sent")
    FAILED = "failed", pgettext_lazy("state of a mail", "failed")
    BOUNCED = "bounced", pgettext_lazy("state of a mail", "returned")
    DISCARDED = "discarded", pgettext_lazy("state of a mail", "discarded")


class MailKind(models.TextChoices):
    """Which template a mail was made from."""

    INVITATION = "invitation", _("invitation")
    REMINDER = "reminder", _("reminder")
    APPROVED = "approved", _("notice of approval")
    REFUSED = "refused", _("notice of non-approval")
    WAITING = "waiting", _("notice of the waiting list")
    PROMOTED = "promoted", _("notice of a freed seat")
    LINK = "link", _("personal page")
    CHANGE = "change", _("answer to a late change")
    PROGRAMME = "programme", _("news of the programme")
    FREE = "free", _("free text")


class Changed(Exception):
    """Somebody else saved meanwhile. `yours` and `theirs` are what each wrote, by field; nothing is lost."""

    def __init__(self, *, by: str, theirs: dict[str, object], yours: dict[str, object], version: int) -> None:
        super().__init__(by)
        self.by, self.theirs, self.yours, self.version = by, theirs, yours, version
