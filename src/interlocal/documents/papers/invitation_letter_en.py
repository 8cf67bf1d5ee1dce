"""A letter of invitation in English."""

from collections.abc import Iterator
from typing import Final

from interlocal.documents.formats.document import Block, Facts, Letterhead, Paragraph, Signature, Text, text
from interlocal.documents.papers import honorifics, wording
from interlocal.documents.papers import invitation_letter_told as told
from interlocal.documents.papers.invitation_letter_told import GAP, Letter, filled
from interlocal.ground.tongues import EN

LABELS: Final = {
    "event": "Event",
    "purpose": "Purpose",
    "days": "Dates",
    "place": "Place",
    "many": "Delegation",
    "costs": "Costs",
    "due": "Reply by",
}
ANNEX: Final = "Annex {number}"
ANNEXES: Final = {
    "people": "Persons invited",
    "terms": "Terms of the invitation",
    "agenda": "Programme by morning and afternoon",
}
HEADS: Final = ("No.", "Name", "In Latin letters", "Post", "Organisation")
TERMS: Final = LABELS | {"stay": "Length of stay"}


def letter(one: Letter) -> Iterator[Block]:
    yield Letterhead(told.host(one), told.letterhead_lines(one))
    yield Paragraph(text(told.today(one), EN), "right")
    yield Paragraph(to(one))
    title = filled("Invitation to the {event}", EN, event=told.event(one))
    yield Paragraph(tuple(type(run)(run.text, run.lang, run.style or "strong") for run in title))
    yield Paragraph(honorifics.salutation(one.to, EN) if one.to else text("Dear Sir or Madam,", EN))
    yield Paragraph(_invites(one))
    # The title and the sentence below the list say what and until when already.
    labels = {key: name for key, name in LABELS.items() if key not in ("event", "due")}
    yield Facts(told.rows(one, labels, told.usual_values(one) | {"many": _many(one)}))
    due = f"by {told.due(one)}" if one.delegation.due_on else "at your earliest convenience"
    coming = "whether you will be able to attend"
    names = "" if one.people else " and, if so, of the names of those who will come"
    yield Paragraph(text(f"We should be grateful to be told {due} {coming}{names}.", EN))
    # The names alone stand right below.
    if one.annexes and one.annexes != ("people",):
        listed = "\n".join(
            f"{ANNEX.format(number=at)}: {ANNEXES[key]}" for at, key in enumerate(one.annexes, start=1)
        )
        yield Paragraph(text(listed, EN))
    yield Paragraph(text("Yours sincerely," if one.to else "Yours faithfully,", EN))
    yield signature(one)


def signature(one: Letter) -> Signature:
    lines = (
        told.signer_name(one) or text(f"Name: {GAP}", EN),
        told.signer_post(one) or text(f"Post: {GAP}", EN),
        told.host(one),
    )
    return Signature((), tuple(lines))


def to(one: Letter) -> Text:
    lines: list[Text] = []
    if one.to:
        lines += [honorifics.envelope(one.to, EN), wording.local(one.to.post, EN)]
    elif one.delegation.contact_name:
        lines.append(text(one.delegation.contact_name, EN))
    return told.value((*lines, told.body(one)))


def _invites(one: Letter) -> Text:
    whom = "you" if one.person else "you and your delegation" if one.to else "{body} to send a delegation"
    return filled(
        "{host} has the honour of inviting " + whom + " to the {event}, to be held in {place} ({days}).",
        EN,
        body=told.body(one),
        host=told.host(one),
        event=told.event(one),
        place=told.place(one),
        days=told.usual_values(one)["days"],
    )


def _many(one: Letter) -> Text:
    many = told.many(one)
    return text(many if one.people or not many else f"up to {many}", EN)
