"""The small signs of the pictures: a state is told by its shape and fill, never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from markupsafe import Markup

from interlocal.ground.pictures.letters import width_of
from interlocal.ground.pictures.svg import SMALL, Sheet, Text, el, say

State = Literal["held", "confirmed", "announced", "tentative", "postponed", "cancelled"]
STATES: tuple[State, ...] = ("held", "confirmed", "announced", "tentative", "postponed", "cancelled")
Sign = tuple[Markup, Text]


def state_sign(state: State, x: float, y: float, r: float, tone: str) -> Markup:
    """Disc: held; ring: announced, dotted: confirmed, broken: tentative, with arrow or cross: put off."""
    if state == "held":
        return disc(x, y, r, tone)
    dashes = f"{r * 0.42:.1f} {r * 0.36:.1f}" if state == "tentative" else None
    quiet = "pic-off" if state == "cancelled" else tone
    ring = el(
        "circle", cx=x, cy=y, r=r - 1.1, class_=f"pic-ring {quiet}", stroke_width=2.2, stroke_dasharray=dashes
    )
    return ring + _inside(state, x, y, r * 0.36, quiet)


def _inside(state: State, x: float, y: float, reach: float, tone: str) -> Markup:
    stroke = {"class_": f"pic-stroke {tone}", "fill": "none", "stroke_width": 2.0}
    left, right, top, low = f"{x - reach:.1f}", f"{x + reach:.1f}", f"{y - reach:.1f}", f"{y + reach:.1f}"
    if state == "confirmed":
        return el("circle", cx=x, cy=y, r=reach * 1.15, class_=f"pic-fill {tone}")
    if state == "postponed":
        half = f"{x - reach * 0.6:.1f}"
        return el("path", d=f"M{half} {top}L{x + reach * 0.7:.1f} {y:.1f}L{half} {low}", **stroke)
    if state == "cancelled":
        return el("path", d=f"M{left} {top}L{right} {low}M{left} {low}L{right} {top}", **stroke)
    return Markup("")


def disc(x: float, y: float, r: float, tone: str) -> Markup:
    return el("circle", cx=x, cy=y, r=r, class_=f"pic-fill pic-edge {tone}", stroke_width=1.5)


def square(x: float, y: float, r: float, tone: str) -> Markup:
    side = 2 * r * 0.9
    return el(
        "rect",
        x=x - side / 2,
        y=y - side / 2,
        width=side,
        height=side,
        rx=2,
        class_=f"pic-fill pic-edge {tone}",
        stroke_width=1.5,
    )


def diamond(x: float, y: float, r: float, tone: str) -> Markup:
    reach = r * 1.2
    d = f"M{x:.1f} {y - reach:.1f}L{x + reach:.1f} {y:.1f}L{x:.1f} {y + reach:.1f}L{x - reach:.1f} {y:.1f}Z"
    return el("path", d=d, class_=f"pic-fill pic-edge {tone}", stroke_width=1.5, stroke_linejoin="round")


def ring(x: float, y: float, r: float, tone: str) -> Markup:
    return el("circle", cx=x, cy=y, r=r, class_=f"pic-ring {tone}", stroke_width=2.0)


def legend(signs: Sequence[Sign], sheet: Sheet, y: float, *, left: float = 0) -> tuple[Markup, float]:
    """Signs (each drawn around 0 0, at most 26 wide) with their words in rows from y; and the height used."""
    if not signs:
        return Markup(""), 0
    parts, x, row = [], left, 0
    for sign, words in signs:
        needed = 30 + width_of(words.text, SMALL)
        if x > left and x + needed > sheet.width:
            x, row = left, row + 1
        middle = f"{y + row * 24 + 12:.1f}"
        parts.append(el("g", sign, transform=f"translate({x + 13:.1f} {middle})"))
        parts.append(say(words, x + 30, float(middle) + 4.8, "pic-muted", size=SMALL))
        x += needed + 18
    return Markup("").join(parts), (row + 1) * 24.0
