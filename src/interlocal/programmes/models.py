from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from interlocal.evidence.models import Fact, Footnote, Recorded, tracked
from interlocal.ground.fields import LocalisedField, PartialDateField
from interlocal.programmes import kinds
from interlocal.registry.models import Body, Labelled, Name, Person, Post, sort_indexes


@tracked
class Topic(Labelled):
    """A policy theme. Our own vocabulary, not a fact of a source."""

    broader = models.ForeignKey("self", models.PROTECT, null=True, related_name="narrower")

    class Meta:
        indexes = tuple(sort_indexes("topic"))


@tracked
class Place(Labelled, Fact):
    """Where something happens. `body` is the municipality it stands in."""

    kind = models.CharField(max_length=10, choices=kinds.PlaceKind)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="places")
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    heritage = models.CharField(max_length=20, blank=True)


@tracked
class PlaceName(Name):
    place = models.ForeignKey(Place, models.CASCADE, related_name="names")


@tracked
class Series(Labelled, Fact):
    """Meetings that follow each other. `cadence_months` and `rotation` are what is intended."""

    kind = models.CharField(max_length=10, choices=kinds.SeriesKind)
    from_on = PartialDateField(null=True)
    until_on = PartialDateField(null=True)
    cadence_months = models.PositiveSmallIntegerField(null=True)
    cadence_footnote = models.ForeignKey(Footnote, models.PROTECT, null=True, related_name="+")
    rotation = ArrayField(models.CharField(max_length=2), default=list)
    about = LocalisedField(null=True)
    topics = models.ManyToManyField(Topic, through="SeriesTopic", related_name="series")

    class Meta:
        indexes = tuple(sort_indexes("series"))
        constraints = (
            models.CheckConstraint(
                name="series_cadence_cites",
                condition=Q(cadence_months=None) | Q(cadence_footnote__isnull=False),
            ),
        )


@tracked
class SeriesName(Name):
    series = models.ForeignKey(Series, models.CASCADE, related_name="names")


@tracked
class Organiser(Fact):
    series = models.ForeignKey(Series, models.CASCADE, related_name="organisers")
    body = models.ForeignKey(Body, models.PROTECT, related_name="organises")
    role = models.CharField(max_length=12, choices=kinds.OrganiserRole)
    from_on = PartialDateField(null=True)
    until_on = PartialDateField(null=True)
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.body_id} {self.role} of {self.series_id}"


class SeriesTopic(models.Model):
    series = models.ForeignKey(Series, models.CASCADE, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["series", "topic"], name="series_topic_once"),)


@tracked
class Edition(Recorded, Fact):
    """One meeting of a series. State, days and plan are those of its last state, kept here so that lists can order by them."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="editions")
    ordinal = models.PositiveSmallIntegerField(null=True)
    title = LocalisedField(null=True)
    mode = models.CharField(max_length=10, choices=kinds.Mode, blank=True)
    about = LocalisedField(null=True)
    state = models.CharField(max_length=10, choices=kinds.State)
    from_on = PartialDateField(null=True)
    until_on = PartialDateField(null=True)
    planned_from_on = PartialDateField(null=True)
    planned_until_on = PartialDateField(null=True)
    # The first day it was or is to be held, else the day its state was said: what timelines and lists order by.
    sorts_on = models.DateField()
    topics = models.ManyToManyField(Topic, through="EditionTopic", related_name="editions")

    class Meta:
        indexes = (
            models.Index(fields=["series", "sorts_on"], name="edition_in_series"),
            models.Index(fields=["-sorts_on", "slug"], name="edition_by_day"),
            models.Index(fields=["state", "sorts_on"], name="edition_by_state"),
        )
        constraints = (
            models.UniqueConstraint(fields=["series", "ordinal"], name="edition_ordinal_once"),
            models.CheckConstraint(
                name="edition_held_has_days", condition=~Q(state="held") | Q(from_on__isnull=False)
            ),
        )


class EditionTopic(models.Model):
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["edition", "topic"], name="edition_topic_once"),)


@tracked
class EditionState(Fact):
    """What was said of an edition, and when: planned against actual days stay apart."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="states")
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=kinds.State)
    said_on = PartialDateField(null=True)
    from_on = PartialDateField(null=True)
    until_on = PartialDateField(null=True)
    planned_from_on = PartialDateField(null=True)
    planned_until_on = PartialDateField(null=True)
    note = LocalisedField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["edition", "position"], name="edition_state_position"),
        )

    def __str__(self) -> str:
        return f"{self.edition_id} {self.state}"


@tracked
class BodyParticipation(Fact):
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="bodies")
    body = models.ForeignKey(Body, models.PROTECT, related_name="participations")
    capacity = models.CharField(max_length=12, choices=kinds.BodyCapacity)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["edition", "body", "capacity"], name="body_participation_once"),
        )

    def __str__(self) -> str:
        return f"{self.body_id} {self.capacity} at {self.edition_id}"


@tracked
class OfficeHolderParticipation(Fact):
    """A person in a post taking part, perhaps in the place of another post of the same body."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="office_holders")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="participations")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    capacity = models.CharField(max_length=18, choices=kinds.PersonCapacity)
    attendance = models.CharField(max_length=11, choices=kinds.Attendance)
    in_place_of = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="office_holder_is_somebody", condition=Q(person__isnull=False) | Q(post__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.capacity} at {self.edition_id}"


@tracked
class EditionPlace(Fact):
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="places")
    place = models.ForeignKey(Place, models.PROTECT, related_name="editions")
    role = models.CharField(max_length=5, choices=kinds.PlaceRole)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["edition", "place", "role"], name="edition_place_once"),
        )

    def __str__(self) -> str:
        return f"{self.place_id} {self.role} of {self.edition_id}"


@tracked
class Item(Fact):
    """One point of a programme. The day and the hours are known as far as they are known."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="items")
    slug = models.SlugField(max_length=60)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=13, choices=kinds.ItemKind)
    state = models.CharField(max_length=8, choices=kinds.ItemState)
    day = PartialDateField(null=True)
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    zone = models.CharField(max_length=40, blank=True)
    title = LocalisedField()
    about = LocalisedField(null=True)
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="items")
    topics = models.ManyToManyField(Topic, through="ItemTopic", related_name="items")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["edition", "slug"], name="item_slug"),
            models.CheckConstraint(name="item_hours_have_a_zone", condition=Q(starts=None) | ~Q(zone="")),
        )

    def __str__(self) -> str:
        return f"{self.edition_id}/{self.slug}"


class ItemTopic(models.Model):
    item = models.ForeignKey(Item, models.CASCADE, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["item", "topic"], name="item_topic_once"),)


@tracked
class ItemParticipation(Fact):
    item = models.ForeignKey(Item, models.CASCADE, related_name="participations")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="item_participations")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="item_participations")
    role = models.CharField(max_length=11, choices=kinds.ItemRole)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="item_participant_is_somebody",
                condition=Q(person__isnull=False) | Q(post__isnull=False) | Q(body__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id or self.body_id} {self.role} in {self.item_id}"


@tracked
class Outcome(Fact):
    """What came of an edition: agreed, proposed, asked for. Promises to be followed up build on these."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="outcomes")
    slug = models.SlugField(max_length=60)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=kinds.OutcomeKind)
    text = LocalisedField()
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="outcomes")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["edition", "slug"], name="outcome_slug"),)

    def __str__(self) -> str:
        return f"{self.edition_id}/{self.slug}"


@tracked
class OutcomeVoice(models.Model):
    """Whose outcome it is: who agreed, proposed or asked."""

    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="voices")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="outcome_voice_is_somebody", condition=Q(person__isnull=False) | Q(body__isnull=False)
            ),
        )
