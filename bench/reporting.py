"""Tables of what was measured, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.pages import Figures

BUSY = "edition, 100 items"
HEADS = (
    "page",
    "KB",
    "SQL",
    "CPU ms fresh",
    "of it database",
    "+ gzip",
    "CPU ms kept",
    "CPU ms 304",
    "p50 ms fresh",
    "p10",
    "p50 ms kept",
    "per s fresh",
    "per s kept",
    "others",
)


def _rows(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" if place == 0 else "---:" for place in range(len(heads))), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def table(figures: Figures) -> str:
    rows = []
    for name, cost in figures.fresh.items():
        kept, unchanged = figures.kept[name], figures.unchanged[name]
        if cost.status != 200:
            rows.append((name, f"answered {cost.status}", *[""] * (len(HEADS) - 2)))
            continue
        others = mean((cost.others, kept.others, unchanged.others))
        rows.append(
            (
                *(name, f"{cost.size / 1000:.0f}", str(figures.queries[name])),
                *(f"{cost.cpu:.1f}", f"{cost.database:.1f}", f"{figures.packed[name].cpu - cost.cpu:+.1f}"),
                *(
                    f"{kept.cpu:.2f}",
                    f"{unchanged.cpu:.2f}" if unchanged.status == 304 else f"({unchanged.status})",
                ),
                *(f"{cost.p50:.1f}", f"{cost.p10:.1f}", f"{kept.p50:.1f}"),
                *(f"{figures.rate[name]:.0f}", f"{figures.kept_rate[name]:.0f}", f"{others:.0%}"),
            )
        )
    memory = f"Memory after the load (2 workers): {figures.rss:.0f} MB RSS, {figures.pss:.0f} MB PSS."
    return f"{_rows(HEADS, rows)}\n\n{memory}"


def growth(small: Figures, large: Figures) -> str:
    heads = ("page", "p50 fresh", "p10 fresh", "CPU fresh", "p50 kept", "CPU kept")
    rows = []
    for name in small.fresh:
        fresh, kept = (small.fresh[name], large.fresh[name]), (small.kept[name], large.kept[name])
        times = [(one.p50, one.p10, one.cpu) for one in fresh] + [(one.p50, one.cpu) for one in kept]
        grown = [
            after / before for pair in (times[:2], times[2:]) for before, after in zip(*pair, strict=True)
        ]
        rows.append((name, *(f"{factor:.2f}" for factor in grown)))
    return f"\nGrowth from {small.scale}x to {large.scale}x (times)\n\n{_rows(heads, rows)}"


def aims(measured: list[Figures], empty: float, installed: float) -> str:
    small, large = measured[0], measured[-1]
    edition = max(figures.fresh[BUSY].cpu for figures in measured)
    unchanged = {
        name: max(figures.unchanged[name].cpu for figures in measured)
        for name in small.fresh
        if small.unchanged[name].status == 304
    }
    # An answer to a search is versioned by what it says, so it has to be found again.
    found, kept = unchanged.pop("search", 0.0), max(unchanged.values(), default=0.0)
    grown = {name: large.fresh[name].p50 / small.fresh[name].p50 for name in small.fresh}
    worked = {name: large.fresh[name].cpu / small.fresh[name].cpu for name in small.fresh}
    most, dearest = max(grown, key=lambda name: grown[name]), max(worked, key=lambda name: worked[name])
    growing = (
        _aim(f"p50 from {small.scale}x to {large.scale}x, most grown: {most}", grown[most], 1.5, "times"),
        _aim(f"the same in CPU, most grown: {dearest}", worked[dearest], 1.5, "times"),
    )
    rows = [
        _aim("CPU of an edition page of 100 items, fresh", edition, 6, "ms"),
        _aim("its SQL queries", max(figures.queries[BUSY] for figures in measured), 8, ""),
        _aim("CPU of the dearest 304", kept, 1, "ms"),
        _aim("CPU of the 304 of a search", found, 1, "ms"),
        *(growing if len(measured) > 1 else ()),
        _aim("memory resident, web and followers (RSS)", max(figures.rss for figures in measured), 250, "MB"),
        _aim(
            "memory resident, shared pages counted once (PSS)",
            max(figures.pss for figures in measured),
            250,
            "MB",
        ),
        _aim("first page, empty home", empty, 30, "s"),
        _aim("first page, installed", installed, 3, "s"),
    ]
    return "\n" + _rows(("aim", "measured", "at most", ""), rows)


def _aim(what: str, measured: float, most: float, unit: str) -> tuple[str, ...]:
    verdict = "met" if measured <= most else "NOT met"
    return (what, f"{measured:.2f} {unit}".strip(), f"{most:g} {unit}".strip(), verdict)
