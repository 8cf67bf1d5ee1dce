"""Rows of the index as they would follow from the journal."""

from datetime import date
from typing import Any

from interlocal.ground.findable import Findable, Form
from interlocal.languages.tokens.terms import TERMS_VERSION
from interlocal.search import counting, queries, writing
from interlocal.search.making import entry
from interlocal.search.models import Index
from tests import make


def known(kind: str, key: str, *, also: str = "", text: str = "", on: str = "", **names: Any) -> None:
    """A subject with names by language; `also` and `text` are English; what else a Findable has, by its name."""
    fields = {name: names.pop(name) for name in list(names) if name in Findable.__slots__}
    by_lang = {lang.replace("_", "-"): name for lang, name in names.items()}
    serve()
    findable = Findable(
        kind,
        key,
        make.label(by_lang),
        tuple(Form(name, lang) for lang, name in by_lang.items()),
        (Form(also, "en"),) if also else (),
        day=date.fromisoformat(on) if on else None,
        texts=(Form(text, "en"),) if text else (),
        **fields,
    )
    writing.write(0, [entry(findable)])


def serve() -> None:
    Index.objects.get_or_create(slot=0, defaults={"state": "serving", "terms": TERMS_VERSION})


def counted() -> None:
    counting.recount(0)


def found(words: str, **how: Any) -> list[str]:
    """The keys of the first page of results."""
    return [hit.key for hit in queries.search_page(words=words, tongue="en", **how).hits]
