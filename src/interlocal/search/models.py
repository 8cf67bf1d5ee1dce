"""Derived tables, twice each: slot 0 and slot 1. One serves while the other is built.

The tables are partitioned by slot and all SQL names the partition (`slots.py`), so that building one slot never
touches, locks or slows what readers ask. Their SQL is in the migration: Django cannot write partitions.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Index(models.Model):
    """What a slot holds. `terms` is the version of the analysers that made it; `texts`, `length` and `frequencies`
    are what scores are worked out from, as of the last count.
    """

    slot = models.SmallIntegerField(primary_key=True)
    state = models.CharField(max_length=10)
    terms = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField(null=True)
    # By language ("": all): how many texts, and how many words all of them have.
    texts = models.JSONField(default=dict)
    words = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.slot} {self.state}"


class Sliced(models.Model):
    slot = models.SmallIntegerField()

    class Meta:
        abstract = True


class Subject(Sliced):
    """One subject that can be found, and by what it can be narrowed. `readers` NULL: everybody.

    Lists without anything are NULL: for a hundred thousand subjects that is as much as their names.
    """

    pk = models.CompositePrimaryKey("slot", "id")
    id = models.BigIntegerField()
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=200)
    label = models.JSONField()
    country = models.CharField(max_length=2)
    countries = ArrayField(models.TextField(), null=True)
    bodies = ArrayField(models.TextField(), null=True)
    topics = ArrayField(models.TextField(), null=True)
    years = ArrayField(models.IntegerField(), null=True)
    langs = ArrayField(models.TextField(), null=True)
    day = models.DateField(null=True)
    readers = ArrayField(models.TextField(), null=True)
    # Whose page shows it: an item's is its edition's.
    home_kind = models.CharField(max_length=20)
    home_key = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"


class Text(Sliced):
    """A piece of one language version. `terms` are codes of what occurs in it (`codes.py`), `length` its words."""

    pk = models.CompositePrimaryKey("slot", "subject", "lang", "part")
    subject = models.BigIntegerField()
    lang = models.TextField()
    part = models.SmallIntegerField()
    length = models.IntegerField()
    readers = ArrayField(models.TextField(), null=True)
    title = models.TextField()
    body = models.TextField()
    terms = ArrayField(models.IntegerField())

    def __str__(self) -> str:
        return f"{self.subject} {self.lang} {self.part}"


class Form(Sliced):
    """A name, title or code. `typed` is what its beginning is compared with while somebody types (`strokes.py`)."""

    pk = models.CompositePrimaryKey("slot", "subject", "nth")
    subject = models.BigIntegerField()
    nth = models.SmallIntegerField()
    lang = models.TextField()
    own = models.BooleanField()
    text = models.TextField()
    fold = models.TextField()
    typed = models.TextField()

    def __str__(self) -> str:
        return self.text


class Key(Sliced):
    """What a name is called in other scripts: the keys of `languages.names`."""

    pk = models.CompositePrimaryKey("slot", "subject", "nth", "type", "text")
    subject = models.BigIntegerField()
    nth = models.SmallIntegerField()
    type = models.TextField()
    text = models.TextField()
    level = models.SmallIntegerField()

    def __str__(self) -> str:
        return f"{self.type}:{self.text}"


class Frequency(Sliced):
    """In how many public texts of each language a term occurs; rare ones have no row."""

    pk = models.CompositePrimaryKey("slot", "code")
    code = models.IntegerField()
    ko = models.IntegerField()
    ja = models.IntegerField()
    zh = models.IntegerField()
    en = models.IntegerField()
    other = models.IntegerField()

    def __str__(self) -> str:
        return str(self.code)


class Learnt(Sliced):
    """A word of one language that stands where another stands in another: learnt from our own public texts."""

    pk = models.CompositePrimaryKey("slot", "word", "other")
    word = models.TextField()
    other = models.TextField()
    probability = models.FloatField()

    def __str__(self) -> str:
        return f"{self.word} {self.other}"
