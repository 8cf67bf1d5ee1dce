from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Found(models.Model):
    """One subject that can be found: its folded names and titles, and what a result shows of it."""

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=80)
    forms = ArrayField(models.TextField())
    haystack = models.TextField()
    label = models.JSONField()
    country = models.CharField(max_length=2, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["kind", "key"], name="found_once"),)
        indexes = (
            GinIndex(fields=["haystack"], opclasses=["gin_trgm_ops"], name="found_haystack"),
            GinIndex(fields=["forms"], name="found_forms"),
        )

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"
