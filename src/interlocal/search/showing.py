"""Results as readers see them: the name in their language, the hit in its own, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from interlocal.ground.texts import Shown
from interlocal.languages.folding import fold
from interlocal.search import marking, slots
from interlocal.search.asking import Question
from interlocal.search.choosing import Row, name_of
from interlocal.search.engine import Answer
from interlocal.search.making import BETWEEN_TITLES
from interlocal.search.marking import Marked
from interlocal.search.pages import Hit
from interlocal.search.reasons import needles, reasons

_TOLD: Final = """
    select n.id, n.label::text, n.home_kind, n.home_key, coalesce(t.title, ''), coalesce(t.body, '')
    from unnest(%s::bigint[], %s::text[], %s::smallint[]) as w(id, lang, part)
    join search_subject_{slot} n on n.id = w.id
    left join search_text_{slot} t on t.subject = w.id and t.lang = w.lang and t.part = w.part
"""


@dataclass(frozen=True, slots=True)
class _Told:
    """Of a subject, and of the text of it that was found."""

    label: str
    home_kind: str
    home_key: str
    title: str
    body: str


def hits(rows: Sequence[Row], answer: Answer, typed: str, tongue: str) -> dict[tuple[str, str], Hit]:
    """By kind and key. One query."""
    if answer.question is None or not rows:
        return {}
    wanted = {row.found.subject: row for row in rows}
    texts = [row.found.text for row in wanted.values()]
    langs = [text.lang if text else "" for text in texts]
    told = slots.rows(
        _TOLD, [list(wanted), langs, [text.part if text else 0 for text in texts]], slot=answer.question.slot
    )
    found = {id_: _hit(wanted[id_], answer.question, _Told(*rest), typed, tongue) for id_, *rest in told}
    return {(row.kind, row.key): found[id_] for id_, row in wanted.items() if id_ in found}


def _hit(row: Row, question: Question, told: _Told, typed: str, tongue: str) -> Hit:
    name = name_of(told.label, tongue)
    marked, excerpt = _marked(row, question, told, typed)
    return Hit(
        row.kind,
        row.key,
        name,
        _matched(row, name, marked, typed),
        row.country,
        (told.home_kind, told.home_key) if told.home_kind else (row.kind, row.key),
        row.day,
        reasons(row.found, question, tongue),
        marked,
        excerpt,
    )


def _marked(row: Row, question: Question, told: _Told, typed: str) -> tuple[Marked | None, Marked | None]:
    """The name or title met, and where in the text the words stand."""
    name, text = row.found.name, row.found.text
    terms = [question.asked[at] for at in text.terms] if text else []
    bridges = frozenset(term.term for term in terms)
    marked = excerpt = None
    if name:
        marked = marking.marked(name.text, name.lang, needles(terms, name.lang, typed), bridges)
    if text:
        sought = needles(terms, text.lang, typed)
        if marked is None and told.title:
            made = [
                marking.marked(one, text.lang, sought, bridges) for one in told.title.split(BETWEEN_TITLES)
            ]
            marked = next((one for one in made if one.met), made[0])
        excerpt = marking.excerpt(
            told.body, text.lang, sought, bridges if not (marked and marked.met) else NOTHING
        )
    return marked, excerpt


NOTHING: Final[frozenset[str]] = frozenset()


def _matched(row: Row, name: Shown, marked: Marked | None, typed: str) -> Shown | None:
    """The name or title the words are in, where the name shown does not say as much already."""
    if marked is None or not (row.found.name or marked.met):
        return None
    met = Shown("".join(part.text for part in marked.segments), marked.lang)
    shown = fold(name.text)
    said = met.text == name.text or all(fold(word) in shown for word in typed.split())
    return None if said else met
