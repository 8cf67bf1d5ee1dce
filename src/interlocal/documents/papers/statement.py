"""A joint statement in all its languages side by side, or one copy a language, with room to sign for each body.

In a copy the own side is named and signs first (the alternat): the bodies of the country of its language, then the others.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.rules.facts import Delegation, Facts, Person, Said
from interlocal.delegations.rules.copying import LANGUAGE_OF
from interlocal.documents.formats.document import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Parallel,
    Signature,
    Text,
    text,
)
from interlocal.documents.papers import listing, names, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers.invitation_letter_told import head_of
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.speeches import heads, paragraphs
from interlocal.documents.papers.wording import label, plain, said
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import TONGUES, reading
from interlocal.ground.wording import join_list

TITLE: Final = _("Joint statement")
WITH_PREAMBLE: Final = 3
"""Of so many paragraphs and more, the first says who met and has no number."""
ACROSS_UPRIGHT, ACROSS = 2, 3
"""So many sign beside one another."""
# 1. 1． 一、 ① （1） 第1条 第一条 제1조 Article 1 하나, First,; what one language numbers, none of the others is numbered in.
_NUMBERED: Final = re.compile(
    r"^\s*(\d{1,3}\s*[.．、)）]|[一二三四五六七八九十]{1,3}\s*[、．.]|[①-⑳]|[（(]\s*[\d一二三四五六七八九十]{1,3}\s*[)）]"
    r"|第\s*[\d一二三四五六七八九十]{1,3}\s*[条項]|제\s*\d{1,3}\s*[조항]|하나[,.]|Article\s+\d|First(?:ly)?,)"
)


def build(facts: Facts, wish: Wish) -> Document:
    statements = _statements(facts)
    edition = plain(wording.local(facts.sheet.name, wish.tongue))
    in_copies = wish.options.get("form") == "copies"
    return Document(
        title=f"{edition} {said(TITLE, wish.tongue)}",
        lang=wish.tongue,
        blocks=tuple(_blocks(facts, statements, wish, in_copies=in_copies)),
        # A copy to be signed is all in its own language.
        header=() if in_copies else text(edition, wish.tongue),
        mark=() if in_copies else wording.mark(facts, wish.tongue),
        landscape=not in_copies and any(len(tongues_of(one.text, wish)) > 1 for one in statements),
        author=plain(wording.named(facts.secretariat.name, wish.tongue)),
    )


def _statements(facts: Facts) -> tuple[Said, ...]:
    found = tuple(one for one in facts.said("statement") if one.text and str(one.text).strip())
    if not found:
        raise Refused("no_statement", _("No statement has been written down yet."))
    return found


def _blocks(facts: Facts, statements: tuple[Said, ...], wish: Wish, *, in_copies: bool) -> Iterator[Block]:
    is_first = True
    for one in statements:
        tongues = tongues_of(one.text, wish)
        for copy in [(tongue,) for tongue in tongues] if in_copies else [tongues]:
            if not is_first:
                yield PageBreak()
            is_first = False
            yield from _copy(facts, one, copy, tongues, wish)


def tongues_of(localised: Localised | None, wish: Wish) -> tuple[str, ...]:
    """All languages the statement has: those asked for first."""
    order = dict.fromkeys((*wish.tongues, *TONGUES))
    return tuple(tongue for tongue in order if wording.has(localised, tongue))


def _copy(
    facts: Facts, one: Said, copy: tuple[str, ...], tongues: tuple[str, ...], wish: Wish
) -> Iterator[Block]:
    """One sheet to sign: in the languages of `copy`; it counts beside those in the other `tongues`."""
    yield Heading(_title(one, copy[:1]), 1)
    if others := _other_titles(one, copy):
        yield Paragraph(others, "lead")
    yield Paragraph(wording.local(facts.sheet.name, copy[:1], "strong"))
    yield Paragraph(listing.when_and_where(facts, Wish(copy[:1])))
    yield from _text(one.text, copy)
    if wish.options.get("authentic") == "yes" and len(tongues) > 1:
        yield from (Paragraph(text(_authentic(tongues, tongue), tongue)) for tongue in copy)
    if wish.options.get("signatures", "on") != "off":
        yield from _signatures(facts, copy, wish)


def _title(one: Said, asked: tuple[str, ...]) -> Text:
    return wording.local(one.title, asked) or label(TITLE, asked)


def _other_titles(one: Said, copy: tuple[str, ...]) -> Text:
    """In the other languages of the sheet, what is written alike said once."""
    first = plain(_title(one, copy[:1]))
    there = tuple(
        tongue
        for tongue in copy[1:]
        if one.title and wording.has(one.title, tongue) and one.title.versions[tongue].text != first
    )
    return wording.local(one.title, there) if there else ()


def _text(localised: Localised | None, copy: tuple[str, ...]) -> Iterator[Block]:
    written = [paragraphs(localised, tongue) for tongue in copy]
    preamble = int(max(map(len, written), default=0) >= WITH_PREAMBLE)
    brings = any(_NUMBERED.match(plain(paragraph)) for one in written for paragraph in one)
    columns = written if brings else [_numbered(one, preamble) for one in written]
    if len(copy) == 1:
        yield from (Paragraph(paragraph) for paragraph in columns[0])
        return
    yield Parallel(heads(copy), tuple(zip_longest(*columns, fillvalue=())))


def _numbered(told_in: tuple[Text, ...], preamble: int) -> tuple[Text, ...]:
    """Paragraphs with their numbers; so many before the first number are the preamble."""
    if len(told_in) < 2:
        return told_in
    numbered = enumerate(told_in[preamble:], start=1)
    return (*told_in[:preamble], *((*text(f"{at}. ", one[0].lang), *one) for at, one in numbered))


def _authentic(tongues: tuple[str, ...], tongue: str) -> str:
    languages = join_list([told.spoken(one, tongue) for one in tongues], tongue)
    return said(_("Done in %(languages)s, all texts being equally authentic."), tongue, languages=languages)


def signing(facts: Facts, tongue: str) -> tuple[Delegation, ...]:
    """Every body in its order, those of the country of this language first."""
    return tuple(sorted(facts.delegations, key=lambda one: LANGUAGE_OF.get(one.country) != tongue))


def _signatures(facts: Facts, copy: tuple[str, ...], wish: Wish) -> Iterator[Signature]:
    """Beside one another: two on an upright page, three on one that lies."""
    bodies = _who_signs(signing(facts, copy[0]), wish)
    across = min(len(bodies), ACROSS_UPRIGHT if len(copy) == 1 else ACROSS)
    for at in range(0, len(bodies), across or 1):
        first, *others = (_lines(body, copy) for body in bodies[at : at + across])
        yield Signature((), first, (*others, *((),) * (across - 1 - len(others))))


def _who_signs(bodies: tuple[Delegation, ...], wish: Wish) -> tuple[Delegation, ...]:
    """Those that send somebody to sign; all of them where that was wished for, or where nobody is named yet."""
    headed = tuple(body for body in bodies if head_of(body))
    return bodies if wish.options.get("signatures") == "all" else headed or bodies


def _lines(body: Delegation, copy: tuple[str, ...]) -> tuple[Text, ...]:
    head = head_of(body)
    lines = [wording.named(body.name, copy)]
    if head:
        lines += [_post(head, copy[0]), names.without_marks(names.in_language(head, copy[0]))]
    return tuple(line for line in lines if line)


def _post(head: Person, tongue: str) -> Text:
    """In the language of the copy, else as its holder writes it."""
    if head.post is None:
        return ()
    return wording.local(head.post, tongue if wording.has(head.post, tongue) else head.post.original)


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    tongue = reading()
    found = [one for one in facts.said("statement") if one.text]
    if not found:
        return (said(_("No statement has been written down yet."), tongue),)
    return tuple(line for one in found for line in _lacking(facts, one, wish, tongue))


def _lacking(facts: Facts, one: Said, wish: Wish, tongue: str) -> Iterator[str]:
    title = plain(_title(one, (tongue,)))
    needed = dict.fromkeys(
        (
            *wish.tongues,
            *(LANGUAGE_OF[body.country] for body in facts.delegations if body.country in LANGUAGE_OF),
        )
    )
    for asked in needed:
        if not wording.has(one.text, asked):
            language = wording.language_name(asked, tongue)
            yield said(_("“%(title)s” is not there in %(language)s."), tongue, title=title, language=language)
    if len({len(paragraphs(one.text, there)) for there in tongues_of(one.text, wish)}) > 1:
        yield said(
            _("The paragraphs of “%(title)s” are not the same number in all languages."), tongue, title=title
        )
    without = sum(head_of(body) is None for body in facts.delegations)
    if without and wish.options.get("signatures", "on") != "off":
        is_lined = wish.options.get("signatures") == "all" or without == len(facts.delegations)
        yield said(_NAMELESS if is_lined else _LEFT_OUT, tongue, count=without)


_NAMELESS: Final = ngettext_lazy(
    "%(count)s body has no head of delegation; its line to sign has no name.",
    "%(count)s bodies have no head of delegation; their lines to sign have no name.",
    "count",
)
_LEFT_OUT: Final = ngettext_lazy(
    "%(count)s body has no head of delegation and gets no line to sign.",
    "%(count)s bodies have no head of delegation and get no line to sign.",
    "count",
)

PAPER: Final = Paper(
    key="statement",
    name=TITLE,
    about=_(
        "In all its languages side by side, or one copy a language in which the own side comes first; to be signed."
    ),
    group="letters",
    formats=("docx", "pdf"),
    build=build,
    options=(
        Option(
            "form",
            _("Arranged as"),
            (("beside", _("languages side by side")), ("copies", _("one copy a language"))),
        ),
        Option(
            "signatures",
            _("Room to sign"),
            (
                ("on", _("for each body with a head of delegation")),
                ("all", _("for each body")),
                ("off", pgettext_lazy("room to sign", "none")),
            ),
        ),
        Option(
            "authentic",
            _("Which text counts"),
            (("no", _("not said")), ("yes", _("all texts equally"))),
        ),
    ),
    lacks=lacks,
)
