"""The letter of invitation, on the letterhead of who signs, in the form that the country of whom it is written to expects."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.rules.facts import Delegation, Facts, Person
from interlocal.documents.formats.document import Block, Document, PageBreak, Paragraph, text
from interlocal.documents.papers import (
    invitation_letter_annexes,
    invitation_letter_china,
    invitation_letter_en,
    invitation_letter_ja,
    invitation_letter_ko,
    invitation_letter_own,
    invitation_letter_zh,
    wording,
)
from interlocal.documents.papers import invitation_letter_told as told
from interlocal.documents.papers.invitation_letter_told import FILING, Letter
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.wording import plain, said
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import EN, JA, KO, ZH, reading

TITLE: Final = _("Letter of invitation")
FORMS: Final[dict[str, Any]] = {
    KO: invitation_letter_ko,
    JA: invitation_letter_ja,
    ZH: invitation_letter_zh,
    EN: invitation_letter_en,
}
# Above a letter that is not the one that counts.
_TRANSLATED: Final = {
    KO: "번역본(원문: {language})",
    JA: "訳文（原文：{language}）",
    ZH: "译文（原文：{language}）",
    EN: "Translation (original in {language})",
}


def build(facts: Facts, wish: Wish) -> Document:
    letters = tuple(_letters(facts, wish))
    edition = plain(wording.local(facts.sheet.name, wish.tongue))
    with_agenda = any("agenda" in one.annexes for one in letters)
    return Document(
        title=f"{edition} {said(TITLE, wish.tongue)}",
        lang=letters[0].tongue,
        blocks=tuple(_blocks(letters, facts, wish)),
        # A letter bears no version; the programme attached to it does.
        mark=wording.mark(facts, letters[0].tongue) if with_agenda else (),
        author=plain(wording.named(told.sender(facts, wish).name, wish.tongue)),
    )


def _blocks(letters: tuple[Letter, ...], facts: Facts, wish: Wish) -> Iterator[Block]:
    to = None
    for one in letters:
        # What goes to one addressee is counted by itself.
        yield PageBreak(restart=one.delegation.body != to)
        to = one.delegation.body
        yield from _letter(one)
    if wish.options.get("checklist") == "on":
        for delegation in _invited(facts, wish):
            if delegation.country == FILING:
                yield from invitation_letter_china.page(facts, delegation, wish)


def _letter(one: Letter) -> Iterator[Block]:
    form = FORMS[one.tongue]
    if one.original:
        language = wording.language_name(one.original, one.tongue)
        yield Paragraph(text(_TRANSLATED[one.tongue].format(language=language), one.tongue, "quiet"), "right")
    yield from invitation_letter_own.letter(one, form) if _is_own(one) else form.letter(one)
    yield from invitation_letter_annexes.blocks(one, form)


def _is_own(one: Letter) -> bool:
    """Whether the office wrote it itself."""
    return bool(one.delegation.letter.strip()) and one.tongue == one.delegation.invited_language


def _letters(facts: Facts, wish: Wish) -> Iterator[Letter]:
    person = _person(facts, wish)
    for delegation in _invited(facts, wish):
        written = told.tongues(delegation, wish)
        for at, tongue in enumerate(written):
            original = written[0] if at else ""
            one = Letter(facts, wish, delegation, tongue, original, person)
            yield replace(one, annexes=tuple(_annexes(one)))


def _person(facts: Facts, wish: Wish) -> Person | None:
    if not wish.person:
        return None
    found = next((one for one in facts.people() if one.key == wish.person), None)
    if found is None:
        raise Refused("not_on_list", _("This person is not on the list."), field="person")
    return found


def _invited(facts: Facts, wish: Wish) -> tuple[Delegation, ...]:
    """Whom letters go to: one delegation, or all but the one that writes them."""
    person = _person(facts, wish)
    body = person.body if person else wish.body
    asked = [one for one in facts.delegations if not body or one.body == body]
    found = tuple(one for one in asked if person or (not one.is_host and one.body != facts.host.body))
    if asked and not found:
        raise Refused("host_invites", _("The host writes the letters of invitation and gets none."))
    if not found:
        raise Refused("nobody_invited", _("Nobody has been invited yet."))
    return found


def _annexes(one: Letter) -> Iterator[str]:
    asked = one.wish.options.get("annexes", "usual")
    if asked == "none":
        return
    is_filed = one.delegation.country == FILING
    if one.people and (is_filed or not one.person):
        yield "people"
    if is_filed and _is_own(one):
        yield "terms"
    if is_filed or asked == "programme":
        yield "agenda"


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    """What the letters cannot say, and what the filing of those that go to China lacks; in the language of the page."""
    tongue = reading()
    try:
        invited = _invited(facts, wish)
    except Refused as refused:
        return (str(refused),)
    return (
        *_of_all(facts, wish, tongue),
        *(line for one in invited for line in _of_own_text(one, wish, tongue)),
        *(
            line
            for one in invited
            if one.country == FILING
            for line in invitation_letter_china.unmet(facts, one, wish, tongue)
        ),
    )


def _of_all(facts: Facts, wish: Wish, tongue: str) -> Iterator[str]:
    if not facts.said("purpose"):
        yield said(_("The purpose of the edition is not written down."), tongue)
    if not facts.said("costs"):
        yield said(_("Who pays what is not written down."), tongue)
    if wish.options.get("signer") != "blank" and told.signer(facts, wish) is None:
        yield said(
            _(
                "It is not known who signs: there is no head of delegation and nobody who welcomes in a greeting."
            ),
            tongue,
        )


def _of_own_text(one: Delegation, wish: Wish, tongue: str) -> Iterator[str]:
    written = told.wished(one, wish)
    if one.letter.strip() and one.invited_language in written and len(written) > 1:
        yield said(
            _("The letter to %(body)s was written by the office in one language only (%(language)s)."),
            tongue,
            body=plain(wording.named(one.name, tongue)),
            language=wording.language_name(one.invited_language, tongue),
        )


PAPER: Final = Paper(
    key="invitation_letter",
    name=TITLE,
    about=_(
        "On the letterhead of who signs, in the form and language of each recipient, with what a Chinese filing asks for."
    ),
    group="letters",
    formats=("pdf", "docx"),
    build=build,
    scopes=("all", "body", "person"),
    # Only who organises writes in the host's name.
    shows=("public", "inner"),
    options=(
        Option(
            "written",
            _("Language"),
            (
                ("own", _("that of each recipient, and the one asked for")),
                ("asked", _("only those asked for")),
            ),
        ),
        Option(
            "from",
            _("On whose letterhead"),
            (
                ("usual", _("of who signs")),
                ("host", _("of the host")),
                ("secretariat", _("of the secretariat")),
            ),
        ),
        Option(
            "signer",
            _("Who signs"),
            (
                ("head", _("the head of the own delegation, else who welcomes in the greeting")),
                ("greeting", _("who welcomes in the greeting")),
                ("blank", _("left open")),
            ),
        ),
        Option(
            "annexes",
            _("What is attached"),
            (
                ("usual", _("the names; for China the programme too")),
                ("programme", _("names and programme")),
                ("none", _("nothing")),
            ),
        ),
        Option(
            "checklist",
            _("What a Chinese filing asks for"),
            (("off", _("not printed")), ("on", _("on a last page"))),
        ),
    ),
    lacks=lacks,
)
