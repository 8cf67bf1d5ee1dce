"""What a secretariat keeps of an edition while it is prepared and run."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from interlocal.delegations import kinds
from interlocal.evidence.models import tracked
from interlocal.ground.fields import LocalisedField
from interlocal.identity.models import User
from interlocal.programmes.models import Edition, Series
from interlocal.registry.models import Body


@tracked
class Preparation(models.Model):
    """The working file of one edition. `edition` is its public record, once there is one; days are half-open in
    `timezone`. `seats` is the limit over all delegations; None: only the quotas count.
    """

    slug = models.SlugField(max_length=80, unique=True)
    series = models.ForeignKey(Series, models.PROTECT, related_name="+")
    edition = models.OneToOneField(Edition, models.PROTECT, null=True, related_name="+")
    secretariat = models.ForeignKey(Body, models.PROTECT, related_name="+")
    host = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    copied_from = models.ForeignKey(Edition, models.PROTECT, null=True, related_name="+")
    after = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    ordinal = models.PositiveSmallIntegerField(null=True)
    name = LocalisedField()
    place = LocalisedField(null=True)
    from_on = models.DateField()
    until_on = models.DateField()
    timezone = models.CharField(max_length=40, default="Asia/Seoul")
    language = models.CharField(max_length=12, default="en")
    seats = models.PositiveSmallIntegerField(null=True)
    order_rule = models.CharField(
        max_length=12, choices=kinds.OrderRule, default=kinds.OrderRule.ALPHABETICAL
    )
    order_language = models.CharField(max_length=12, default="en")
    within_rule = models.CharField(max_length=8, choices=kinds.WithinRule, default=kinds.WithinRule.RANK)
    # Bodies by slug in the order of the rotation; the one whose turn it is comes first.
    rotation = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    # A recorded figure counts those checked in; None until attendance was recorded.
    attendance_at = models.DateTimeField(null=True)
    closed_on = models.DateField(null=True)
    created_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.CheckConstraint(name="preparation_days_in_order", condition=Q(until_on__gt=F("from_on"))),
        )

    def __str__(self) -> str:
        return self.slug


@tracked
class Milestone(models.Model):
    """A step of a preparation with its deadline, and when it was taken."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="milestones")
    step = models.CharField(max_length=10, choices=kinds.Step)
    due_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.CharField(max_length=200, blank=True)
    # The day up to which reminders of this step were drafted, so that none is drafted twice.
    reminded_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["preparation", "step"], name="milestone_once"),)

    def __str__(self) -> str:
        return self.step


@tracked
class PlannedItem(models.Model):
    """An item of the programme by relative day: 0 is the first day, so that it follows a new date.

    What else is arranged for it (site, rooms, who takes part) is one room above.
    """

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=14)
    title = LocalisedField()
    day = models.SmallIntegerField()
    starts_at = models.TimeField(null=True)
    ends_at = models.TimeField(null=True)
    # So many days later it ends; a night train ends on the next.
    nights = models.PositiveSmallIntegerField(default=0)
    # Where the clock differs from the preparation's: at the beginning, and at the end.
    zone = models.CharField(max_length=40, blank=True)
    ends_zone = models.CharField(max_length=40, blank=True)
    place = LocalisedField(null=True)
    audience = models.CharField(max_length=8, choices=kinds.ItemAudience, default=kinds.ItemAudience.ALL)
    note = LocalisedField(null=True)
    changed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("day", "starts_at", "position", "id")
        indexes = (models.Index(fields=["preparation", "day", "starts_at"], name="item_by_day"),)

    def __str__(self) -> str:
        return str(self.title)


@tracked
class Paper(models.Model):
    """A paper the edition needs, by name; what prints it comes with the papers themselves."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="papers")
    position = models.PositiveSmallIntegerField(default=0)
    title = LocalisedField()
    done_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.title)


@tracked
class Note(models.Model):
    """What the office wants to remember: open questions and lessons travel on to the next edition."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=8, choices=kinds.NoteKind)
    text = models.TextField()
    language = models.CharField(max_length=12)
    carried_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    written_by = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.text[:60]
