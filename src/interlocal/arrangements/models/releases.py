"""Versions of the programme that were let out. The database changes none of them."""

import pgtrigger
from django.db import models

from interlocal.delegations.models import Preparation


class Release(models.Model):
    """Version `number` of a programme. `is_public`: the portal shows it while it is the newest."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="releases")
    number = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
    note = models.CharField(max_length=300, blank=True)
    is_public = models.BooleanField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ("preparation", "-number")
        constraints = (models.UniqueConstraint(fields=["preparation", "number"], name="release_once"),)
        triggers = (pgtrigger.Protect(name="release_fixed", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"{self.preparation_id} {self.number}"


class ReleasedSheet(models.Model):
    """The programme of a release as it was: whole for who is part of the edition, and as far as it is public."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="sheets")
    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="+")
    is_public = models.BooleanField()
    sheet = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["release", "is_public"], name="released_sheet_once"),)
        triggers = (pgtrigger.Protect(name="sheet_fixed", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"{self.release_id}"
