from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Collate

from interlocal.evidence.models import Fact, Recorded, tracked
from interlocal.ground.fields import LocalisedField, PartialDateField
from interlocal.ground.tongues import TONGUES
from interlocal.identity.kinds import MANDATED
from interlocal.identity.models import User
from interlocal.registry import kinds


def sort_indexes(table: str) -> list[models.Index]:
    """Lists are ordered by each language's own habit: one index a language over the stored sort keys."""
    return [
        models.Index(
            Collate(KT(f"sort_keys__{tongue}"), "C"),
            "id",
            name=f"{table}_by_{tongue.lower().replace('-', '_')}",
        )
        for tongue in TONGUES
    ]


class Labelled(Recorded):
    """A subject with names. `label` and `sort_keys` are worked out from its rows of names whenever these change."""

    label = models.JSONField(default=dict)
    sort_keys = models.JSONField(default=dict)

    class Meta:
        abstract = True


class Name(Fact):
    """A name in one language, with its kind and the days between which it held. A machine-made spelling says so."""

    language = models.CharField(max_length=12)
    script = models.CharField(max_length=4)
    kind = models.CharField(max_length=10, choices=kinds.NameKind)
    text = models.CharField(max_length=300)
    machine = models.BooleanField(default=False)
    from_on = PartialDateField(null=True)
    until_on = PartialDateField(null=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text


@tracked
class Body(Labelled, Fact):
    """A government, association, office, ministry, mission or secretariat. `parent` is the present one of its parents."""

    kind = models.CharField(max_length=14, choices=kinds.BodyKind)
    level = models.CharField(max_length=32, choices=kinds.Level, blank=True)
    country = models.CharField(max_length=2, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    from_on = PartialDateField(null=True)
    until_on = PartialDateField(null=True)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    website = models.URLField(max_length=300, blank=True)
    about = LocalisedField(null=True)

    class Meta:
        indexes = (*sort_indexes("body"), models.Index(fields=["kind", "country"], name="body_kind_country"))
        constraints = (
            models.CheckConstraint(
                name="body_stands_on_earth",
                condition=Q(longitude=None, latitude=None)
                | Q(longitude__range=(-180, 180), latitude__range=(-90, 90)),
            ),
        )


@tracked
class BodyName(Name):
    body = models.ForeignKey(Body, models.CASCADE, related_name="names")


@tracked
class BodyCode(Fact):
    body = models.ForeignKey(Body, models.CASCADE, related_name="codes")
    scheme = models.CharField(max_length=12, choices=kinds.Scheme)
    value = models.CharField(max_length=20)
    from_on = PartialDateField(null=True)
    until_on = PartialDateField(null=True)
    successor = models.CharField(max_length=20, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            # A code may be given to another body later, never to two at once.
            models.UniqueConstraint(
                fields=["scheme", "value"], condition=Q(until_on=None), name="code_held_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


@tracked
class BodyParent(Fact):
    """Of which larger body a body was part, and when."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="parents")
    parent = models.ForeignKey(Body, models.PROTECT, related_name="+")
    from_on = PartialDateField(null=True)
    until_on = PartialDateField(null=True)

    class Meta:
        constraints = (models.CheckConstraint(name="body_not_in_itself", condition=~Q(body=F("parent"))),)

    def __str__(self) -> str:
        return f"{self.body_id} in {self.parent_id}"


@tracked
class Person(Labelled, Fact):
    """Someone in public office, known here only in that capacity."""

    country = models.CharField(max_length=2, blank=True)

    class Meta:
        indexes = tuple(sort_indexes("person"))


@tracked
class PersonName(Name):
    """`text` is the whole name as supplied and is never reordered; `own` marks the spelling the person uses."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    family = models.CharField(max_length=100, blank=True)
    given = models.CharField(max_length=100, blank=True)
    own = models.BooleanField(default=False)


@tracked
class Post(Fact):
    """A seat in a body. Rank belongs to the post: 1 is the highest. Only one person at a time holds a `sole` post."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="posts")
    slug = models.SlugField(max_length=60)
    kind = models.CharField(max_length=24, choices=kinds.PostKind)
    title = LocalisedField()
    rank = models.PositiveSmallIntegerField(default=50)
    sole = models.BooleanField(default=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["body", "slug"], name="post_slug"),)

    def __str__(self) -> str:
        return f"{self.body_id}/{self.slug}"


@tracked
class Tenure(Fact):
    """A person in a post. `as_of` is a day on which a source shows the person in it; from and until may be unknown.

    `certain` are the days on which the person surely held the post: two people cannot hold a sole post on one of them.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="tenures")
    post = models.ForeignKey(Post, models.PROTECT, related_name="tenures")
    from_on = PartialDateField(null=True)
    until_on = PartialDateField(null=True)
    as_of = PartialDateField(null=True)
    acting = models.BooleanField(default=False)
    seconded_from = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    certain = DateRangeField(null=True)
    sole = models.BooleanField(default=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="tenure_is_dated",
                condition=Q(from_on__isnull=False) | Q(until_on__isnull=False) | Q(as_of__isnull=False),
            ),
            ExclusionConstraint(
                name="tenure_one_at_a_time",
                expressions=[("post", RangeOperators.EQUAL), ("certain", RangeOperators.OVERLAPS)],
                condition=Q(sole=True, acting=False, certain__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} in {self.post_id}"


@tracked
class Membership(Fact):
    association = models.ForeignKey(Body, models.CASCADE, related_name="members")
    body = models.ForeignKey(Body, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=10, choices=kinds.MemberRole)
    from_on = PartialDateField(null=True)
    until_on = PartialDateField(null=True)

    class Meta:
        indexes = (models.Index(fields=["association", "role"], name="membership_role"),)

    def __str__(self) -> str:
        return f"{self.body_id} in {self.association_id}"


@tracked
class Tie(Recorded, Fact):
    """What bodies agreed to be to each other. Whether it sleeps is computed from activity, never typed in."""

    state = models.CharField(max_length=10, choices=kinds.TieState)
    from_on = PartialDateField(null=True)
    until_on = PartialDateField(null=True)
    about = LocalisedField(null=True)


@tracked
class TieSide(Fact):
    """One body's view of a tie: its own type, words, date and approval."""

    tie = models.ForeignKey(Tie, models.CASCADE, related_name="sides")
    body = models.ForeignKey(Body, models.PROTECT, related_name="ties")
    type = models.CharField(max_length=12, choices=kinds.TieType)
    words = LocalisedField(null=True)
    signed_on = PartialDateField(null=True)
    approved_on = PartialDateField(null=True)
    approved_by = models.CharField(max_length=12, choices=kinds.Approval, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["tie", "body"], name="tie_side_once"),)

    def __str__(self) -> str:
        return f"{self.body_id} {self.type}"


@tracked
class Mandate(models.Model):
    """Who may act for a body, in which role, and between which days. An ended one stays: it tells who acted then."""

    user = models.ForeignKey(User, models.PROTECT, related_name="mandates")
    body = models.ForeignKey(Body, models.PROTECT, related_name="mandates")
    role = models.CharField(max_length=12, choices=[(role.value, role.label) for role in MANDATED])
    during = DateRangeField()
    given_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField()
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    # The mandate that took its place when it was handed over.
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="predecessors")

    class Meta:
        constraints = (
            ExclusionConstraint(
                name="mandate_held_once_at_a_time",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("body", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(name="mandate_lasts", condition=Q(during__isempty=False)),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} of {self.body_id}"
