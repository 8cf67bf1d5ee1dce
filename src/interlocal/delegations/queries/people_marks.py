"""What stands beside people in the table - decisions, missing data, late changes, names alike - and who is searched for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.expressions import Func
from django.db.models.functions import Cast

from interlocal.delegations import kinds
from interlocal.delegations.models import Change, Datum, Decision, Delegate, Need, Preparation
from interlocal.delegations.rules.names import keys_of
from interlocal.languages.folding import fold

_GONE = (kinds.State.REFUSED, kinds.State.WITHDRAWN)
# Whoever shares a whole folded name with somebody else of the preparation who has not left.
# Looked for are some, or all.
_ALIKE = """
    with spelt as (
        select d.id, %(ids)s::bigint[] is null or d.id = any(%(ids)s::bigint[]) as asked, spelling
        from delegations_delegate d, unnest(d.name_keys) as spelling
        where d.preparation_id = %(preparation)s and d.state <> all(%(gone)s)
    )
    select distinct one.id from spelt one where one.asked and exists (
        select from spelt other where other.spelling = one.spelling and other.id <> one.id
    )
"""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that stands: what, by whom, when, why, and on which version of the person."""

    stage: str
    by: str
    at: datetime
    reason: str
    of_version: int


@dataclass(frozen=True, slots=True)
class Marks:
    """By delegate id. `asked` counts what must be known of everybody, `given` what is known of each of it; `alike` are
    those with a name that another one has too; `changes` the late change that waits for an answer.
    """

    decided: Mapping[int, Decided]
    changes: Mapping[int, int]
    asked: int
    given: Mapping[int, int]
    alike: frozenset[int]


def marks(preparation: Preparation, ids: Sequence[int]) -> Marks:
    """Five queries at any size, four where nothing is asked of everybody; only within the wall."""
    decisions = Decision.objects.filter(delegate__in=ids, undone_at=None).order_by("of_version")
    open_changes = Change.objects.filter(delegate__in=ids, state=kinds.ChangeState.OPEN)
    needs = required(preparation)
    given = Datum.objects.filter(delegate__in=ids, field__in=needs).values_list("delegate_id")
    return Marks(
        decided={
            row[0]: Decided(*row[1:])
            for row in decisions.values_list("delegate_id", "stage", "by", "at", "reason", "of_version")
        },
        changes=dict(open_changes.values_list("delegate_id", "pk")),
        asked=len(needs),
        given=dict(given.annotate(count=Count("pk"))) if needs else {},
        alike=alike(preparation, ids),
    )


def required(preparation: Preparation) -> list[str]:
    """The fields that must be known of everybody."""
    return list(Need.objects.filter(preparation=preparation, required=True).values_list("field", flat=True))


def alike(preparation: Preparation, ids: Sequence[int] | None = None) -> frozenset[int]:
    """Whoever may have been entered twice, of these ids or of all."""
    gone = [state.value for state in _GONE]
    known = list(ids) if ids is not None else None
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE, {"preparation": preparation.pk, "gone": gone, "ids": known})
        return frozenset(row[0] for row in cursor.fetchall())


def matching(preparation: Preparation, ask: Any) -> set[int] | None:
    """The ids of those with these words in name or post and this flag; None when neither is asked for."""
    words = ask.text.split()
    if not words and not ask.flag:
        return None
    found = Delegate.objects.filter(preparation=preparation)
    for word in words[:8]:
        found = _with_word(found, word)
    if ask.flag:
        found = _flagged(found, preparation, ask.flag)
    return set(found.values_list("pk", flat=True))


def _with_word(found: QuerySet[Delegate], word: str) -> QuerySet[Delegate]:
    """Names in any script by their folded keys, posts as written."""
    joined = Func(F("name_keys"), Value(" "), function="array_to_string", output_field=TextField())
    said = Q()
    for key in {fold(word), *keys_of(family=word, given="", language="und")} - {""}:
        said |= Q(keys__contains=key)
    # Last: only of whom the name does not match is the post written out.
    said |= Q(posts__icontains=word)
    return found.annotate(keys=joined, posts=Cast("post", TextField())).filter(said)


def _flagged(found: QuerySet[Delegate], preparation: Preparation, flag: str) -> QuerySet[Delegate]:
    if flag == "change":
        return found.filter(changes__state=kinds.ChangeState.OPEN)
    if flag == "duplicate":
        return found.filter(pk__in=alike(preparation))
    if flag == "returned":
        newest = Decision.objects.filter(
            delegate=OuterRef("pk"),
            stage=kinds.Stage.RETURN,
            undone_at=None,
            of_version=OuterRef("version") - 1,
        )
        return found.filter(Exists(newest))
    needs = required(preparation)
    standing = found.exclude(state__in=_GONE).filter(erased_at=None)
    lacking = (
        Q(post__isnull=True)
        | (Q(latin_family="", latin_given="") & ~Q(script_language="en"))
        | Q(known__lt=len(needs))
    )
    known = Count("data", filter=Q(data__field__in=needs), distinct=True)
    return standing.annotate(known=known).filter(lacking)
