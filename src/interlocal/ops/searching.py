"""`interlocal search QUERY`: what the search page finds, at a terminal. `interlocal search rebuild`: the index made anew."""

import argparse
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import django
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interlocal.ops import N_
from interlocal.ops.postgres import running_cluster
from interlocal.ops.speech import tongue

if TYPE_CHECKING:
    from interlocal.search.queries import Hit, SearchPage

# Why something was found; %(seen)s is the name or the word that led to it.
REASONS = {
    "name": N_("the name itself"),
    "code": N_("by its code"),
    "belonging": N_("by what belongs to it: %(seen)s"),
    "begins": N_("begins so"),
    "part": N_("part of the name"),
    "han": N_("the same characters: %(seen)s"),
    "reading": N_("the same name, by reading: %(seen)s"),
    "sound": N_("the same name, by sound: %(seen)s"),
    "initials": N_("by its initials: %(seen)s"),
    "meaning": N_("by meaning: %(seen)s"),
    "translated": N_("by translation"),
    "words": N_("by its words"),
    "typo": N_("nearly so written: %(seen)s"),
}


def run(options: argparse.Namespace) -> int:
    with running_cluster():
        django.setup()
        with translation.override(tongue()):
            if options.words == ["rebuild"]:
                return rebuild()
            return search(" ".join(options.words), options)


def rebuild() -> int:
    """0 when done; 1 with a sentence while another one is at it."""
    from interlocal.ground.refused import Refused  # needs the apps
    from interlocal.search import commands

    try:
        count = commands.rebuild(at=datetime.now(UTC), progress=_progress)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    text = ngettext(
        "%(count)s subject in the new index; it serves from now on.",
        "%(count)s subjects in the new index; it serves from now on.",
        count,
    )
    print(text % {"count": count})
    return 0


def _progress(kind: str, done: int, whole: bool) -> None:
    """One line a kind; on a terminal it counts."""
    if whole or sys.stdout.isatty():
        print(f"{kind}: {done}", end="\n" if whole else "\r", flush=True)


def search(words: str, options: argparse.Namespace) -> int:
    """0 when anything was found."""
    from interlocal.ground.tongues import reading  # needs the apps
    from interlocal.search import queries

    page = queries.search_page(words=words, kind=options.kind, lang=options.lang, tongue=reading())
    if page.unknown_kind:
        known = ", ".join(queries.KINDS)
        print(
            _("There is no kind “%(kind)s”. There are: %(known)s.")
            % {"kind": page.unknown_kind, "known": known}
        )
        return 1
    if not page.hits:
        print(_("Nothing was found for “%(words)s”.") % {"words": words})
        for better in queries.next_best(words=words, narrowed=page.narrowed, tongue=reading()):
            print(f"  → {better.words}{f' (-{better.dropped})' if better.dropped else ''}: {better.count}")
        return 1
    for line in _lines(page, max(1, options.limit)):
        print(line)
    return 0


def _lines(page: "SearchPage", limit: int) -> Iterable[str]:
    for hit in page.hits[:limit]:
        yield from _said(hit)
    text = ngettext("%(total)s result", "%(total)s results", page.total)
    yield text % {"total": f"{page.total}+" if page.more else page.total}


def _said(hit: "Hit") -> Iterable[str]:
    also = f"  [{hit.matched.text}]" if hit.matched else ""
    yield f"{hit.name.text}{also}  {hit.kind}/{hit.key}"
    why = "; ".join(_(REASONS[one.reason]) % {"seen": one.seen.text if one.seen else ""} for one in hit.why)
    if why:
        yield f"    {why}"
    if hit.excerpt:
        shown = "".join(f"*{part.text}*" if part.hit else part.text for part in hit.excerpt.segments)
        yield f"    {shown}"
