"""Forms of the office: no tables behind them, refusals of rooms shown at their fields, and texts that are texts."""

import unicodedata
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from interlocal.ground.refused import Refused

# What turns text around without being seen: it makes one name look like another.
BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


class OfficeForm(forms.Form):
    """A form whose refusals are shown where they belong."""

    use_required_attribute = False

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """A Refused inside becomes an error of its field, or of the whole form; then the view shows the form again."""
        try:
            yield
        except Refused as refusal:
            field = refusal.field if refusal.field in self.fields else None
            self.add_error(field, forms.ValidationError(str(refusal.reason), code=refusal.code))


class Versioned(OfficeForm):
    """Carries the version of the row that was shown, so that a change by somebody else meanwhile is noticed."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class Once(OfficeForm):
    """Carries a key made with the form: sent twice, it has one effect."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class Text(forms.CharField):
    """One line. Unseen characters that steer its direction are refused, line ends become spaces."""

    default_error_messages = {
        "unseen": _("This text contains characters that cannot be seen. Type it again.")
    }

    def __init__(self, *, max_length: int = 200, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return _seen(self, " ".join(text.split("\n")).replace("\r", ""))


class LongText(forms.CharField):
    """Several lines."""

    default_error_messages = Text.default_error_messages
    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, *, max_length: int = 5000, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)

    def to_python(self, value: Any) -> str:
        return _seen(self, (super().to_python(value) or "").replace("\r\n", "\n"))


def _seen(field: forms.Field, text: str) -> str:
    if any(char in BIDI or (unicodedata.category(char) == "Cc" and char not in "\n\t") for char in text):
        raise forms.ValidationError(field.error_messages["unseen"], code="unseen")
    return text


class Day(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    input_formats = ["%Y-%m-%d"]


class Moment(forms.DateTimeField):
    """Day and time by the clock of `zone`, as an instant."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    input_formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]

    def __init__(self, *, zone: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.zone = ZoneInfo(zone or settings.OFFICE_ZONE)

    def prepare_value(self, value: Any) -> Any:
        return value.astimezone(self.zone).replace(tzinfo=None) if isinstance(value, datetime) else value

    def to_python(self, value: Any) -> datetime | None:
        found = super().to_python(value)
        return found.replace(tzinfo=self.zone) if found else None
