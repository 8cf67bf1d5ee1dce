"""What kinds of texts are called, which papers print them, and both versions of one side by side. Sentences only."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from interlocal.arrangements.kinds import WordsKind
from interlocal.delegations.kinds import Changed
from interlocal.ground.tongues import OWN_NAMES, TONGUES, reading
from interlocal.ground.wording import print_number
from interlocal.office.forms_texts import label_of

MANY: Final[Mapping[str, Any]] = {
    WordsKind.GREETING: gettext_lazy("Greetings"),
    WordsKind.SPEECH: gettext_lazy("Speeches"),
    WordsKind.STATEMENT: gettext_lazy("Statements"),
    WordsKind.PHRASE: gettext_lazy("Useful phrases"),
    WordsKind.EMERGENCY: gettext_lazy("Emergency contacts"),
    WordsKind.PURPOSE: pgettext_lazy("text of an edition", "Purpose"),
    WordsKind.COSTS: gettext_lazy("Who pays what"),
    WordsKind.ACTIVITY: gettext_lazy("Main activities"),
    WordsKind.FOLLOW_UP: pgettext_lazy("texts of a report", "Follow-up"),
    WordsKind.IMPLICATION: gettext_lazy("Findings"),
}
PRINTED_IN: Final[Mapping[str, Any]] = {
    WordsKind.GREETING: gettext_lazy(
        "Printed in the programme booklet, each on a page; whose words the first is can sign the invitation letter."
    ),
    WordsKind.SPEECH: gettext_lazy(
        "Printed as speech pages in parallel languages, and read by interpreters before."
    ),
    WordsKind.STATEMENT: gettext_lazy("Printed as a joint statement in parallel languages, ready to sign."),
    WordsKind.PHRASE: gettext_lazy(
        "Printed in the programme booklet; as long as there is none, a small set of our own is."
    ),
    WordsKind.EMERGENCY: gettext_lazy(
        "Printed in the programme booklet and on run sheets, beside the numbers of the country's police and ambulance."
    ),
    WordsKind.PURPOSE: gettext_lazy("Printed in the invitation letter and in the report."),
    WordsKind.COSTS: gettext_lazy("Printed in the invitation letter; offices of China ask for it."),
    WordsKind.ACTIVITY: gettext_lazy("Printed in the report, one for each purpose."),
    WordsKind.FOLLOW_UP: gettext_lazy("Printed in the report: what is done after, by whom and by when."),
    WordsKind.IMPLICATION: gettext_lazy("Printed at the end of the report."),
}


def one_of(kind: str) -> str:
    return str(WordsKind(kind).label)


def money(amount: Decimal, currency: str) -> str:
    whole = amount.to_integral_value()
    return f"{currency} {print_number(whole if whole == amount else amount, reading())}".strip()


def readable(change: Changed, *, kind: str = "") -> Changed:
    """Both versions as one reads them: every language of a text by itself, by what its field is called."""
    return Changed(
        by=change.by,
        theirs=flat(change.theirs, kind),
        yours=flat(change.yours, kind),
        version=change.version,
    )


def flat(side: Mapping[str, object], kind: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in side.items():
        if isinstance(value, Mapping):
            found |= {
                f"{_label(kind, name)} ({OWN_NAMES[tongue]})": value.get(tongue, "") for tongue in TONGUES
            }
        else:
            found[_label(kind, name)] = "" if value is None else value
    return found


def _label(kind: str, name: str) -> str:
    if name in ("title", "text", "speaker"):
        return str(label_of(kind, name))
    return {
        "contact": _("Telephone"),
        "item": _("Belongs to the item"),
        "amount": _("Amount"),
        "currency": _("Currency"),
        "note": _("Note"),
    }.get(name, name)


def for_templates() -> dict[str, Any]:
    return {"many": MANY, "printed_in": PRINTED_IN, "one_of": one_of, "money": money, "names": OWN_NAMES}
