from typing import TypeVar, cast

import pghistory
import pgtrigger
from django.db import models

from interlocal.evidence import kinds
from interlocal.ground.fields import LocalisedField, PartialDateField

M = TypeVar("M", bound=type[models.Model])


def tracked(model: M) -> M:
    """Every row keeps what it was, whoever changes it: inserts, updates and deletes, by triggers."""
    track = pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
    return cast(M, track(model))


class Recorded(models.Model):
    """A subject of the record. `record` names the files it came from; empty when made in the office."""

    slug = models.SlugField(max_length=80, unique=True)
    record = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.slug


@tracked
class Source(Recorded):
    kind = models.CharField(max_length=10, choices=kinds.SourceKind)
    publisher = LocalisedField()
    title = LocalisedField()
    language = models.CharField(max_length=12)
    published_on = PartialDateField(null=True)
    accessed_on = PartialDateField(null=True)
    url = models.URLField(max_length=600, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    note = LocalisedField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="source_sha256_is_one",
                condition=models.Q(sha256="") | models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        )


class Footnote(models.Model):
    """The citations a fact rests on. `digest` is worked out from them, so that equal footnotes are one."""

    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        triggers = (
            # At commit: a fact may point to a footnote only if that cites something.
            pgtrigger.Trigger(
                name="cites_something",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func="""
                    if exists (select from evidence_footnote where id = new.id)
                       and not exists (select from evidence_citation where footnote_id = new.id) then
                        raise exception 'footnote % cites nothing', new.id using errcode = 'check_violation';
                    end if;
                    return null;
                """,
            ),
        )

    def __str__(self) -> str:
        return self.digest[:8]


@tracked
class Citation(models.Model):
    """A source, and the place in it."""

    footnote = models.ForeignKey(Footnote, models.CASCADE, related_name="citations")
    position = models.PositiveSmallIntegerField()
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations")
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["footnote", "position"], name="citation_once"),)
        triggers = (
            pgtrigger.Trigger(
                name="leaves_one",
                when=pgtrigger.After,
                operation=pgtrigger.Delete | pgtrigger.UpdateOf("footnote_id"),  # type: ignore[no-untyped-call]  # of pgtrigger
                timing=pgtrigger.Deferred,
                func="""
                    if exists (select from evidence_footnote where id = old.footnote_id)
                       and not exists (select from evidence_citation where footnote_id = old.footnote_id) then
                        raise exception 'footnote % would cite nothing', old.footnote_id using errcode = 'check_violation';
                    end if;
                    return null;
                """,  # another line end would be another trigger, and a migration
            ),
        )

    def __str__(self) -> str:
        return f"{self.source_id} {self.place}".strip()


class Fact(models.Model):
    """A row that says something of the world, and rests on a footnote: the database takes no other."""

    footnote = models.ForeignKey(Footnote, models.PROTECT, related_name="+")

    class Meta:
        abstract = True


@tracked
class Claim(Fact):
    """What a source says of an attribute of a subject (`edition/cjkw-7`), or of a part of it (`CN`)."""

    subject_kind = models.CharField(max_length=20)
    subject_key = models.CharField(max_length=80)
    attribute = models.CharField(max_length=30, choices=kinds.Attribute)
    part = models.CharField(max_length=30, blank=True)
    value = models.CharField(max_length=200, blank=True)
    number = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    qualifier = models.CharField(max_length=10, choices=kinds.Qualifier, blank=True, default="")
    text = LocalisedField(null=True)
    kind = models.CharField(max_length=10, choices=kinds.ClaimKind)
    as_of = PartialDateField(null=True)
    chosen = models.BooleanField(default=False)
    note = LocalisedField(null=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = (models.Index(fields=["subject_kind", "subject_key"], name="claim_subject"),)
        constraints = (
            models.UniqueConstraint(
                fields=["subject_kind", "subject_key", "attribute", "part"],
                condition=models.Q(chosen=True) & ~models.Q(attribute="other"),
                name="claim_one_chosen",
            ),
        )

    def __str__(self) -> str:
        return f"{self.subject_kind}/{self.subject_key} {self.attribute} {self.value}"
