"""SVG elements as strings: escaping, rounding, the two sheets that every picture is drawn on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

BODY, SMALL = 15.0, 13.5
WIDE, NARROW = 760, 340
TONES = ("pic-a", "pic-b", "pic-c", "pic-d")


@dataclass(frozen=True, slots=True)
class Text:
    """Words already translated; lang chooses the letter forms ("ko", "ja", "zh-Hans", "en")."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture is called and says; ids is unique on the page and starts with a letter."""

    ids: str
    title: Text
    desc: Text


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper: width in user units, and a prefix for ids inside this one svg."""

    width: int
    ids: str

    @property
    def narrow(self) -> bool:
        return self.width == NARROW


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn on a sheet, and how tall it became."""

    height: float
    body: Markup


def pair(caption: Caption, draw: Callable[[Sheet], Drawing]) -> Markup:
    """The same picture for a column and for a phone; pictures.css shows the one that fits.

    One scalable drawing cannot serve both: letters legible at 340 px would shout at 760 px.
    """
    wide = _svg(caption, Sheet(WIDE, f"{caption.ids}-w"), draw, "pic pic-wide")
    narrow = _svg(caption, Sheet(NARROW, f"{caption.ids}-n"), draw, "pic pic-narrow")
    return Markup('<div class="pic-pair">{}{}</div>').format(wide, narrow)


def empty(caption: Caption, words: Text) -> Markup:
    """A quiet sentence on a hatched strip, for a picture without data."""

    def draw(sheet: Sheet) -> Drawing:
        strip = el("rect", x=1, y=1, width=sheet.width - 2, height=70, rx=6, class_="pic-void")
        return Drawing(72, strip + say(words, sheet.width / 2, 41, "pic-muted", anchor="middle"))

    return pair(caption, draw)


def _svg(caption: Caption, sheet: Sheet, draw: Callable[[Sheet], Drawing], class_: str) -> Markup:
    drawing = draw(sheet)
    title, desc = f"{sheet.ids}-title", f"{sheet.ids}-desc"
    return el(
        "svg",
        el("title", escape(caption.title.text), id=title, lang=caption.title.lang),
        el("desc", escape(caption.desc.text), id=desc, lang=caption.desc.lang),
        drawing.body,
        class_=class_,
        viewBox=f"0 0 {sheet.width} {number(drawing.height)}",
        # role="img" hides its children from assistive technology, which must not happen to links.
        role="group" if "<a " in drawing.body else "img",
        aria_labelledby=f"{title} {desc}",
        font_size=BODY,
    )


def el(name: str, *children: Markup, **attributes: object) -> Markup:
    """An element; `class_` and `stroke_width` become `class` and `stroke-width`, None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if not children:
        return Markup(f"<{name}{written}/>")  # noqa: S704  # attributes are escaped above
    return Markup(f"<{name}{written}>{''.join(children)}</{name}>")  # noqa: S704  # of markup


def say(
    words: Text,
    x: float,
    y: float,
    class_: str = "pic-label",
    *,
    size: float = BODY,
    anchor: str | None = None,
) -> Markup:
    """One line of text with its baseline at y; anchor as in SVG ("middle", "end")."""
    font_size = None if size == BODY else size
    written = escape(words.text)
    return el(
        "text", written, x=x, y=y, class_=class_, lang=words.lang, font_size=font_size, text_anchor=anchor
    )


def titled(body: Markup, hint: Text | None) -> Markup:
    """A group that tells its hint to the pointer and to assistive technology."""
    if hint is None:
        return body
    return el("g", el("title", escape(hint.text), lang=hint.lang), body)


def linked(body: Markup, hint: Text, href: str | None) -> Markup:
    """A link around the body, or only its hint where there is nothing to open."""
    if href is None:
        return titled(body, hint)
    return el("a", el("title", escape(hint.text), lang=hint.lang), body, href=href, class_="pic-link")


def hatch(ids: str) -> Markup:
    """The diagonal hatching that `fill="url(#IDS-hatch)"` uses; one per svg, ids differ."""
    line = el("path", d="M0 0V6", class_="pic-hatch", stroke_width=2)
    box = {"width": 6, "height": 6, "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    return el("defs", el("pattern", line, id=f"{ids}-hatch", **box))


def number(value: float) -> str:
    """At most one decimal, so that the same picture is always the same bytes."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def points(pairs: Iterable[tuple[float, float]]) -> str:
    """Corners for a path: `x y x y ...`."""
    return " ".join(f"{number(x)} {number(y)}" for x, y in pairs)


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else str(escape(value))
