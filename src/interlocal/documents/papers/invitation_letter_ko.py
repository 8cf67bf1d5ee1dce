"""A letter of invitation as Korean offices write to each other: 수신, 제목, numbered 1., 가., 1), closed with 끝.

Order and signs of the parts: 행정업무의 운영 및 혁신에 관한 규정 시행규칙, the Ministry of the Interior and Safety.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from interlocal.documents.formats.document import Block, Facts, Letterhead, Paragraph, Text, text
from interlocal.documents.papers import honorifics, wording
from interlocal.documents.papers import invitation_letter_told as told
from interlocal.documents.papers.invitation_letter_told import Letter, filled
from interlocal.documents.papers.wording import plain
from interlocal.ground.tongues import KO
from interlocal.ground.wording import WEEKDAYS

SYLLABLES: Final = "가나다라마바사아자차"
LABELS: Final = {
    "event": "행사명",
    "days": "기간",
    "place": "장소",
    "many": "초청 인원",
    "costs": "비용 부담",
}
ANNEX: Final = "붙임 {number}"
ANNEXES: Final = {"people": "초청 대상자 명단", "terms": "초청 내용", "agenda": "일정표"}
HEADS: Final = ("연번", "성명", "로마자 표기", "직위", "소속")
TERMS: Final = {
    "event": "행사명",
    "purpose": "방문 목적",
    "days": "방문 기간",
    "stay": "체류 일수",
    "place": "장소",
    "many": "초청 인원",
    "costs": "비용 부담",
    "due": "회신 기한",
}


def letter(one: Letter) -> Iterator[Block]:
    yield Letterhead(told.host(one), told.letterhead_lines(one))
    yield Paragraph(filled("수신  {to}", KO, to=to(one)))
    yield Paragraph(text("(경유)", KO))
    yield Paragraph(
        (*text("제목  ", KO, "strong"), *_strong(filled("{event} 참가 초청", KO, event=told.event(one))))
    )
    yield from _said(one)
    yield from _attached(one)
    yield Paragraph(text("　", KO))
    yield Paragraph(_sender(one), "centre")
    yield Paragraph(text("　", KO))
    yield Paragraph(
        filled(
            "시행  {host}-＿＿＿＿＿ ({day})        접수  ＿＿＿＿＿＿＿＿ (    .    .    .)",
            KO,
            host=told.host(one),
            day=text(day(one.facts.made_on), KO),
        ),
        "note",
    )


def _said(one: Letter) -> Iterator[Block]:
    number = 1
    for said in _openings(one):
        yield Paragraph((*text(f"{number}. ", KO), *said))
        number += 1
    values = told.usual_values(one) | {"days": text(_days(one), KO), "many": _many(one)}
    rows = told.rows(one, LABELS, values)
    marks = zip(SYLLABLES, rows, strict=False)
    yield Facts(tuple(((*text(f"{mark}. ", KO), *name), said) for mark, (name, said) in marks))
    until = f"{day(one.delegation.due_on, weekday=True)}까지" if one.delegation.due_on else "조속한 시일 내에"
    asked = "참가 여부를" if one.people else "참가 여부와 참가자 명단을"
    closing = f"{number}. {asked} {until} 회신하여 주시기 바랍니다."
    yield Paragraph(text(closing if one.annexes else f"{closing}  끝.", KO))


def _openings(one: Letter) -> Iterator[Text]:
    yield text("귀 기관의 무궁한 발전을 기원합니다.", KO)
    purposes = told.words(one, "purpose")
    if len(purposes) == 1:
        yield filled("목적: {purpose}", KO, purpose=purposes[0])
    elif purposes:
        listed = [(*text(f"{mark}. ", KO), *said) for mark, said in zip(SYLLABLES, purposes, strict=False)]
        yield filled("목적\n{all}", KO, all=told.value(tuple(listed)))
    wanted = "귀하께서 참석하여 주시기 바랍니다." if one.person else "대표단을 파견하여 주시기 바랍니다."
    yield text(f"위와 관련하여 아래와 같이 행사를 개최하오니, {wanted}" if purposes else _PLAIN + wanted, KO)


_PLAIN: Final = "아래와 같이 행사를 개최하오니, "


def _attached(one: Letter) -> Iterator[Block]:
    """붙임, the last of them followed by 끝."""
    if not one.annexes:
        return
    several, last = len(one.annexes) > 1, len(one.annexes)
    lines = [
        f"{'붙임' if at == 1 else '　　'}  {f'{at}. ' if several else ''}{ANNEXES[key]} 1부.{'  끝.' if at == last else ''}"
        for at, key in enumerate(one.annexes, start=1)
    ]
    yield Paragraph(text("\n".join(lines), KO))


def to(one: Letter) -> Text:
    """The person with the post, else the office: 돗토리현 지사 다카하시 소에몬 귀하, 장쑤성 (담당자)."""
    if one.to:
        post = wording.local(one.to.post, KO)
        called = honorifics.envelope(one.to, KO)
        return (*post, *text(" ", KO), *called) if post else called
    contact = text(f" ({one.delegation.contact_name})" if one.delegation.contact_name else "", KO)
    return (*told.body(one), *contact)


def _many(one: Letter) -> Text:
    many = told.many(one)
    return text(many if one.people or not many else f"대표 {many} 이내", KO)


def _sender(one: Letter) -> Text:
    """In whose name it goes out, with the room for the seal."""
    post, name = told.signer_post(one), told.signer_name(one)
    by = tuple(
        run for part in (post or told.host(one), name) if plain(part) for run in (*part, *text("  ", KO))
    )
    return (*_large(by), *text("(직인)", KO, "quiet"))


def _days(one: Letter) -> str:
    first, last = one.facts.sheet.from_on, one.facts.sheet.until_on - timedelta(days=1)
    if first >= last:
        return day(first, weekday=True)
    end = day(last, weekday=True)
    return f"{day(first, weekday=True)} ~ {end.partition(' ')[2] if first.year == last.year else end}"


def day(on: date, *, weekday: bool = False) -> str:
    """2027. 6. 2.(수): official papers write days in numbers."""
    behind = f"({WEEKDAYS[KO][on.weekday()]})" if weekday else ""
    return f"{on.year}. {on.month}. {on.day}.{behind}"


def _strong(said: Text) -> Text:
    return tuple(type(run)(run.text, run.lang, run.style or "strong") for run in said)


def _large(said: Text) -> Text:
    return tuple(type(run)(run.text, run.lang, run.style or "large") for run in said)
