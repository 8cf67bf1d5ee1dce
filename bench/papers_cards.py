"""1,000 badges with a QR code each: ours (typst) and WeasyPrint, in one run: `python bench/papers_cards.py [--badges 1000] [--runs 3]`.

Each run is a process of its own, from its start to the PDF. Seconds are those on the clock and of the CPU; memory is the most that was
resident at once in the process, and in the largest of its children. Both print the same names in the same fonts and the same codes.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from html import escape
from statistics import median

BANDS = (
    ("대표", "ko", "#0b3d78"),
    ("代表団", "ja", "#b3261e"),
    ("代表", "zh-Hans", "#2e7d32"),
    ("Guest", "en", "#f2b705"),
)
PEOPLE = (
    ("김철수", "ko", "KIM Cheolsu", "경상북도", "국제관계대사"),
    ("髙橋 邉", "ja", "TAKAHASHI Ben", "鳥取県", "国際交流課長"),
    ("王骨直", "zh-Hans", "WANG Guzhi", "河南省人民政府", "外事办公室主任"),
    (
        "Anna Fitzgerald-Montgomery",
        "en",
        "안나 피츠제럴드",
        "Association of Governors",
        "Director of Exchange",
    ),
)


@dataclass(frozen=True, slots=True)
class Cost:
    seconds: float
    cpu: float
    memory: float
    size: int
    pages: int


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--badges", type=int, default=1000)
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--only", choices=WAYS, help="one run of this in this very process, as JSON")
    args = asked.parse_args()
    if args.only:
        print(json.dumps(asdict(measured(WAYS[args.only], args.badges))))
        return
    print(
        f"{os.cpu_count()} cores, Python {platform.python_version()}, load {_load()}, {args.badges} badges\n"
    )
    print("| badges by | s | CPU s | MB at most | KB | pages | runs |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for way in WAYS:
        runs = 1 if way == "weasyprint" else args.runs
        costs = [apart(way, args.badges) for _ in range(runs)]
        cost = sorted(costs, key=lambda each: each.seconds)[len(costs) // 2]
        cpu, memory = median(each.cpu for each in costs), max(each.memory for each in costs)
        row = (
            f"{cost.seconds:.2f} | {cpu:.2f} | {memory:.0f} | {cost.size / 1000:.0f} | {cost.pages} | {runs}"
        )
        print(f"| {way} | {row} |", flush=True)
    print(f"\nAfter: load {_load()}")


def apart(way: str, badges: int) -> Cost:
    """In a process of its own, whose start counts too."""
    began = time.perf_counter()
    command = [sys.executable, __file__, "--only", way, "--badges", str(badges)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = json.loads(said.splitlines()[-1])
    return Cost(**{**found, "seconds": time.perf_counter() - began})


def measured(make: Callable[[int], bytes], badges: int) -> Cost:
    began = time.perf_counter()
    content = make(badges)
    seconds = time.perf_counter() - began
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(each.ru_utime + each.ru_stime for each in used)
    memory = max(each.ru_maxrss for each in used) / 1024
    from io import BytesIO

    from pypdf import PdfReader

    return Cost(seconds, cpu, memory, len(content), len(PdfReader(BytesIO(content)).pages))


def ours(badges: int) -> bytes:
    from interlocal.documents.formats.cards import Card, CardLine, CardSheet, pdf
    from interlocal.documents.formats.document import text

    made = []
    for number in range(badges):
        name, lang, second, body, post = PEOPLE[number % 4]
        band, band_lang, colour = BANDS[number % 4]
        lines = (
            CardLine(text(body, lang), "body"),
            CardLine(text(f"{name} {number}", lang), "name"),
            CardLine(text(second, "ko" if lang == "en" else "en"), "second"),
            CardLine(text(post, lang), "post"),
        )
        made.append(Card(lines, text(band, band_lang), colour, address(number)))
    return pdf(CardSheet("badge", "Badges", "ko", tuple(made), text("제8회 한중일 지방정부 교류회의", "ko")))


def by_weasyprint(badges: int) -> bytes:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    faces = FontConfiguration()
    style = weasyprint.CSS(string=_style(), font_config=faces)
    page = weasyprint.HTML(string="".join(_page(badges)))
    return bytes(page.write_pdf(stylesheets=[style], font_config=faces, pdf_variant="pdf/ua-1"))


def _style() -> str:
    from interlocal.documents.formats.fonts import font_files

    families = {"KR": "ko", "JP": "ja", "SC": "zh-Hans"}
    said = ["@page{size:A4;margin:18.5mm 15mm}body{margin:0;font-family:KR}"]
    for file in font_files():
        if family := next((name for name in families if f"Sans{name}" in file.name), None):
            said.append(f"@font-face{{font-family:{family};src:url('{file.as_uri()}');font-weight:100 900}}")
            said.append(f":lang({families[family]}){{font-family:{family}}}")
    said.append(
        ".b{float:left;position:relative;width:90mm;height:130mm;text-align:center;overflow:hidden}"
        ".e{background:#eaf0f7;padding:8mm 6mm 3mm}.n{font-size:30pt;font-weight:700}.s{font-size:18pt}"
        ".q{position:absolute;right:3mm;bottom:16.5mm;width:27mm}.r{position:absolute;bottom:0;width:100%;"
        "height:15mm;line-height:15mm;color:#fff;font-weight:700}"
    )
    return "".join(said)


def _page(badges: int) -> Iterator[str]:
    import base64

    from interlocal.documents.formats.cards import _code

    yield '<html lang="ko"><head><title>Badges</title></head><body>'
    for number in range(badges):
        name, lang, second, body, post = PEOPLE[number % 4]
        band, band_lang, colour = BANDS[number % 4]
        drawn = base64.b64encode(_code(address(number)).encode()).decode()
        yield (
            f'<div class="b"><div class="e">제8회 한중일 지방정부 교류회의</div><p lang="{lang}">{escape(body)}</p>'
            f'<p class="n" lang="{lang}">{escape(name)} {number}</p><p class="s">{escape(second)}</p>'
            f'<p lang="{lang}">{escape(post)}</p>'
            f'<img class="q" alt="QR" src="data:image/svg+xml;base64,{drawn}">'
            f'<div class="r" lang="{band_lang}" style="background:{colour}">{escape(band)}</div></div>'
        )
    yield "</body></html>"


def address(number: int) -> str:
    return f"https://example.org/ko/with/{number:04d}Xk3jd8fhsk29f"


def _load() -> str:
    return ", ".join(f"{load:.1f}" for load in os.getloadavg())


WAYS: dict[str, Callable[[int], bytes]] = {"typst": ours, "weasyprint": by_weasyprint}


if __name__ == "__main__":
    main()
