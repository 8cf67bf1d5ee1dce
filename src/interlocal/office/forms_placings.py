"""Forms of who rides, sits and sleeps where."""

from typing import Any

from django import forms

from interlocal.arrangements.kinds import PLACED_IN
from interlocal.office.forms import OfficeForm


def _number(value: str) -> int:
    return int(value)


class Of(OfficeForm):
    """Of which kind of places, and for which item (none: for all days)."""

    kind = forms.ChoiceField(choices=[(kind, kind.label) for kind in PLACED_IN])
    item = forms.IntegerField(min_value=1, required=False)

    def of(self) -> dict[str, Any]:
        return {"kind": self.cleaned_data["kind"], "item": self.cleaned_data["item"]}


class Put(Of):
    """Somebody into a place; without one: out of where they were."""

    delegate = forms.UUIDField()
    to = forms.TypedChoiceField(coerce=_number, empty_value=None, required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["to"]
        field.choices = [("", ""), *places]
