"""Forms of papers: what is to be printed for whom, and a body's own templates."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.documents.papers import papers
from interlocal.documents.papers.paper import Paper
from interlocal.ground.tongues import OWN_NAMES, TONGUES
from interlocal.office.forms import OfficeForm, Once
from interlocal.papers.rules.templates import FORMATS

TEMPLATE_NAMES: dict[str, str] = {"docx": "Word (DOCX)", "hwpx": "HWPX", "typ": "Typst"}
Choices = Sequence[tuple[str, Any]]
OPTION = "option_"
ALL, NOW = "all", "now"


class Quick(Once):
    """One click: the usual way, in the language of the page."""

    paper = forms.CharField(max_length=30)
    format = forms.CharField(max_length=5)


class Whole(Once):
    """Everything that can be chosen of one paper."""

    format = forms.ChoiceField(label=_("Format"), widget=forms.RadioSelect)
    first = forms.ChoiceField(
        label=_("Language"), choices=[(tongue, OWN_NAMES[tongue]) for tongue in TONGUES]
    )
    second = forms.ChoiceField(
        label=_("Second language, side by side"),
        choices=[("", _("none")), *((tongue, OWN_NAMES[tongue]) for tongue in TONGUES)],
        required=False,
    )
    whom = forms.ChoiceField(label=_("For"))
    release = forms.ChoiceField(label=_("Programme"))
    own = forms.BooleanField(label=_("With our own template"), required=False)

    def __init__(
        self,
        *args: Any,
        paper: Paper,
        whom: Choices,
        releases: Choices,
        has_template: bool,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._choose("format", [(one, one.upper()) for one in paper.formats])
        self._choose("whom", whom)
        self._choose("release", releases)
        for name, is_there in (
            ("second", paper.two_languages),
            ("whom", len(whom) > 1),
            ("release", len(releases) > 1),
            ("own", has_template),
        ):
            if not is_there:
                del self.fields[name]
        for option in paper.options:
            self.fields[OPTION + option.key] = forms.ChoiceField(label=option.label, choices=option.values)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("second") and given.get("second") == given.get("first"):
            self.add_error("second", _("Choose a language other than the first."))
        return given

    def wish(self) -> dict[str, Any]:
        """As `papers.rules.printings.settled` takes it; `whom` is such as "body:busan"."""
        given = self.cleaned_data
        kind, _colon, key = given.get("whom", "").partition(":")
        tongues = [given["first"], *([given["second"]] if given.get("second") else [])]
        chosen = {
            name.removeprefix(OPTION): value for name, value in given.items() if name.startswith(OPTION)
        }
        return {"tongues": tongues, "options": chosen, **({kind: key} if key else {})}

    def _choose(self, name: str, choices: Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)


class Upload(Once):
    """A template for one paper."""

    paper = forms.ChoiceField(label=_("Paper"))
    file = forms.FileField(
        label=_("File"),
        help_text=_("Word (DOCX), HWPX or Typst (.typ), 10 MB at most."),
        widget=forms.FileInput(attrs={"accept": ".docx,.hwpx,.typ"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = self.fields["paper"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [("", _("Choose")), *((key, one.name) for key, one in papers().items())]

    def clean_file(self) -> Any:
        found = self.cleaned_data["file"]
        if self.ending(found.name) not in FORMATS:
            raise forms.ValidationError(_("A template is a DOCX, HWPX or Typst file."), code="template_kind")
        return found

    @staticmethod
    def ending(name: str) -> str:
        return name.rpartition(".")[2].lower()


class Try(OfficeForm):
    """With which preparation a template is tried, and in which language."""

    preparation = forms.ChoiceField(label=pgettext_lazy("template", "Try it with"))
    language = forms.ChoiceField(
        label=_("Language"), choices=[(tongue, OWN_NAMES[tongue]) for tongue in TONGUES]
    )

    def __init__(self, *args: Any, preparations: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = self.fields["preparation"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = list(preparations)


def whom_choices(
    paper: Paper, *, everybody: Any, groups: Mapping[str, tuple[Any, Choices]]
) -> list[tuple[str, Any]]:
    """For all, then a group for each kind of narrowing that the paper knows."""
    found: list[tuple[str, Any]] = [(ALL, everybody)] if "all" in paper.scopes else []
    for scope in ("body", "person", "item", "seating"):
        label, choices = groups.get(scope, ("", ()))
        if scope in paper.scopes and choices:
            found.append((str(label), [(f"{scope}:{key}", name) for key, name in choices]))
    return found
