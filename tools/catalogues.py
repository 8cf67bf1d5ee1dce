"""The catalogues of the four languages: extract what the code says, merge, compile; also the build hook of the wheel.

python tools/catalogues.py extract    write locale/django.pot and merge it into every language
python tools/catalogues.py compile    write the .mo files that are older than their .po files
python tools/catalogues.py check      fail when something is missing, fuzzy, unused or not extracted
"""

import io
import sys
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "interlocal"
LOCALE = SOURCE / "locale"
LANGUAGES = {"ko": "ko", "ja": "ja", "zh_Hans": "zh_Hans"}
METHODS = [("**/jinja2/**.html", "jinja2"), ("**.py", "python")]
OPTIONS = {"**/jinja2/**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}
KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(("_", "N_", "gettext", "gettext_lazy")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}


def extracted() -> Catalog:
    catalog = blank(None)
    found = extract_from_dir(
        str(SOURCE), METHODS, OPTIONS, keywords=KEYWORDS, comment_tags=("L10N:",), strip_comment_tags=True
    )
    for name, _line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
        if "locale" not in name:
            catalog.add(
                message, None, [(f"src/interlocal/{name}", None)], auto_comments=comments, context=context
            )  # type: ignore[list-item]  # no line numbers: they only make noise
    return catalog


def blank(locale: str | None) -> Catalog:
    return Catalog(
        locale=locale,
        project="Interlocal",
        copyright_holder="The Interlocal maintainers",
        header_comment="# The sentences of Interlocal. After a change: make catalogues. Words: docs/words.md.",
        charset="utf-8",
        fuzzy=False,
    )


def po_file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    with po_file(language).open("rb") as file:
        return read_po(file, locale=LANGUAGES[language])


def extract() -> None:
    fresh = extracted()
    for language in LANGUAGES:
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = read(language) if path.exists() else blank(LANGUAGES[language])
        catalog.update(fresh, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        path.write_bytes(_written(catalog))


def _written(catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_po(
        buffer,
        catalog,
        width=120,
        sort_output=True,
        ignore_obsolete=True,
        include_lineno=False,
        omit_header=False,
    )
    # The time of writing would make every run a change.
    noise = (b"-Date:", b"EMAIL@ADDRESS", b"LL@li.org", b"Generated-By", b"Project-Id-Version")
    lines = [
        line
        for line in buffer.getvalue().splitlines(keepends=True)
        if not any(word in line for word in noise)
    ]
    return b"".join(lines)


def compile_all() -> None:
    for language in LANGUAGES:
        path = po_file(language)
        target = path.with_suffix(".mo")
        if path.exists() and (not target.exists() or target.stat().st_mtime < path.stat().st_mtime):
            with target.open("wb") as file:
                write_mo(file, read(language))


def problems() -> list[str]:
    fresh = {(message.context, message.id) for message in extracted() if message.id}
    found = []
    for language in LANGUAGES:
        catalog = read(language)
        have = {(message.context, message.id): message for message in catalog if message.id}
        found += [f"{language}: not extracted: {key[1]!r}" for key in sorted(fresh - set(have), key=str)]
        found += [f"{language}: no longer used: {key[1]!r}" for key in sorted(set(have) - fresh, key=str)]
        for key, message in have.items():
            texts = message.string if isinstance(message.string, (list, tuple)) else [message.string]
            if not all(texts) or message.fuzzy:
                found.append(f"{language}: missing: {key[1]!r}")
            found += [f"{language}: {error} in {key[1]!r}" for error in message.check()]
    return found


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class Compiled(BuildHookInterface):  # type: ignore[type-arg]  # hatchling finds it by its base
        """Compile the catalogues when the package is built, editable or not."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            compile_all()
except ImportError:
    pass


def main(verb: str) -> int:
    if verb == "extract":
        extract()
        return 0
    if verb == "compile":
        compile_all()
        return 0
    found = problems()
    print("\n".join(found) or "Catalogues are complete.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
