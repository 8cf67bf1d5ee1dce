"""One file of one way in this very process: `python -m bench.papers_one "badges, pdf, interlocal" 1000` prints its cost as JSON.

Counted is the way from the facts to the file, with the writer's modules loaded for it. Before that the product is started
and the facts are gathered; after that somebody looks whether the file holds what it should.
"""

import json
import re
import resource
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path

import django

from bench.papers_ways import WAYS, Way, facts_of, maker

PARTS = ("document.xml", "section0.xml", "sheet1.xml")
PEAK = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)


def main(key: str, many: int) -> None:
    django.setup()
    from interlocal.documents.papers import papers

    way = next(one for one in WAYS if one.key == key)
    papers()
    make = maker(way, facts_of(way, many))
    before, started, used = peak(), time.perf_counter(), _used()
    content = make()
    seconds, cpu, most = time.perf_counter() - started, _used() - used, peak()
    print(
        json.dumps(
            {
                "seconds": seconds,
                "cpu": cpu,
                "idle": before,
                "memory": most,
                "size": len(content),
                "holds": holds(way, content),
            }
        )
    )


def peak(pid: str = "self") -> float:
    """MB that were resident at once in a process since its program was started; 0 for one that is gone."""
    try:
        found = PEAK.search(Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


def holds(way: Way, content: bytes) -> str:
    """What a reader of the format finds in the file."""
    if way.format == "pdf":
        return _pages(content)
    if way.format in ("docx", "hwpx", "xlsx"):
        broken = zipfile.ZipFile(BytesIO(content)).testzip()
        return f"{broken} is broken" if broken else f"{_rows(content)} rows"
    if way.format == "ics":
        return f"{content.count(b'BEGIN:VEVENT')} events"
    return f"{content.count(b'<text')} texts"


def _pages(content: bytes) -> str:
    from pypdf import PdfReader

    return f"{len(PdfReader(BytesIO(content)).pages)} pages"


def _rows(content: bytes) -> int:
    """Rows of tables in a document of Word or Hangul, or of the first sheet of a workbook."""
    book = zipfile.ZipFile(BytesIO(content))
    parts = [name for name in book.namelist() if name.endswith(PARTS)]
    return sum(len(re.findall(rb"<(?:w:tr|hp:tr|row)[ >]", book.read(name))) for name in parts)


def _used() -> float:
    """Seconds of CPU, those of children that have ended included."""
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in both)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
