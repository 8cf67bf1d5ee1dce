"""The standard letter of invitation, in the register each language uses for it. Values in, text out.

Not from the catalogues: the letter is in the language of whom it is written to, whatever the writer reads.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from interlocal.ground.dates import PartialDate
from interlocal.ground.wording import print_count, print_date, print_date_and_weekday, print_period


@dataclass(frozen=True, slots=True)
class Facts:
    """What a letter tells, names in its own language. `until_on` is the first day after the event."""

    body: str
    contact: str
    secretariat: str
    name: str
    place: str
    from_on: date
    until_on: date
    due_on: date | None
    quota: int
    support_quota: int


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of the event, line by line: label and value."""

    days: str
    due: str
    rows: tuple[tuple[str, str], ...]


def subject(facts: Facts, language: str) -> str:
    patterns = {
        "ko": "{} 참가 초청",
        "ja": "「{}」のご案内",
        "zh-Hans": "关于邀请出席“{}”的函",
        "en": "Invitation: {}",
    }
    return patterns[language].format(facts.name)


def letter(facts: Facts, language: str) -> str:
    return _LETTERS[language](facts, _said(facts, language))


def with_link(text: str, language: str, *, address: str, until: date) -> str:
    """The letter as a mail: with the address of the page by which it is answered, and until when that works."""
    day = print_date(PartialDate.of(until), language)
    return f"{text}\n\n{_LINKS[language].format(address=address, until=day)}\n"


_LABELS: Final = {
    "ko": ("행사명", "일시", "장소", "초청 인원", "명단 제출 기한"),
    "ja": ("名称", "日時", "場所", "人数", "名簿の提出期限"),
    "zh-Hans": ("活动名称", "时间", "地点", "名额", "名单提交截止日期"),
    "en": ("Event", "Dates", "Place", "Delegation", "Deadline for names"),
}
_PEOPLE: Final = {
    "ko": ("대표 {} 이내", "대표 {} 이내(통역·수행 인원 {} 이내 별도)"),
    "ja": ("代表{}以内", "代表{}以内（ほかに通訳・随行者{}以内）"),
    "zh-Hans": ("正式代表不超过{}", "正式代表不超过{}，翻译及随行人员不超过{}"),
    "en": ("up to {}", "up to {}, and up to {} more as interpreters and staff"),
}
_LINKS: Final = {
    "ko": "▶ 참가 여부 회신 및 명단 제출 페이지 (로그인 불필요, {until}까지 유효)\n{address}\n"
    "※ 귀 기관 담당자 전용 주소이므로 외부에 공개되지 않도록 유의하여 주시기 바랍니다.",
    "ja": "■ご回答および名簿提出のページ（ログイン不要、{until}まで有効）\n{address}\n"
    "※貴団体のご担当者様専用のアドレスです。お取り扱いにご注意ください。",
    "zh-Hans": "◆ 回复及提交名单专用页面（无需登录，有效期至{until}）\n{address}\n该网址仅供贵方联络人使用，请勿对外公开。",
    "en": "Reply and enter your delegation here (no account needed, valid until {until}):\n{address}\n"
    "This address is for your contact person alone; please do not pass it on.",
}


def _said(facts: Facts, language: str) -> _Said:
    days = print_period(PartialDate.of(facts.from_on), PartialDate.of(facts.until_on), language)
    due = print_date_and_weekday(PartialDate.of(facts.due_on), language) if facts.due_on else ""
    numbers = [print_count(n, "people", language) for n in (facts.quota, facts.support_quota) if n]
    people = _PEOPLE[language][len(numbers) > 1].format(*numbers) if numbers else ""
    values = (facts.name, days, facts.place, people, due)
    rows = [(label, value) for label, value in zip(_LABELS[language], values, strict=True) if value]
    return _Said(days, due, tuple(rows))


def _korean(facts: Facts, said: _Said) -> str:
    to = f"{facts.body} {facts.contact} 귀하" if facts.contact else f"{facts.body} 귀중"
    rows = "\n".join(
        f"  {mark}. {label}: {value}" for mark, (label, value) in zip("가나다라마", said.rows, strict=False)
    )
    due = f"{said.due}까지" if said.due else "조속히"
    return (
        f"{to}\n\n제목: {facts.name} 참가 초청\n\n"
        "1. 귀 기관의 무궁한 발전을 기원합니다.\n\n"
        "2. 아래와 같이 행사를 개최하오니, 귀 기관의 대표단을 파견하여 주시기 바랍니다.\n\n"
        f"{rows}\n\n"
        f"3. 참가 여부를 회신하여 주시고, 참가하시는 경우 대표단 명단을 {due} 전용 페이지에서 제출하여 주시기 바랍니다.  끝.\n\n"
        f"{facts.secretariat}"
    )


def _japanese(facts: Facts, said: _Said) -> str:
    to = f"{facts.contact}　様" if facts.contact else "ご担当者　様"
    rows = "\n".join(
        f"{number}　{label}　{value}" for number, (label, value) in enumerate(said.rows, start=1)
    )
    due = f"{said.due}までに" if said.due else "お早めに"
    return (
        f"{facts.body}\n{to}\n\n　　　　「{facts.name}」のご案内\n\n"
        "謹啓　時下ますますご清栄のこととお慶び申し上げます。\n"
        f"　このたび、下記のとおり「{facts.name}」を開催いたします。"
        "つきましては、貴団体より代表団をご派遣いただきたく、ここにご案内申し上げます。\n"
        f"　ご出席の可否につきまして、またご出席の場合は代表団の名簿を、{due}専用ページよりご提出くださいますよう"
        "お願い申し上げます。\n"
        f"謹白\n\n　　　　　　記\n\n{rows}\n\n以上\n\n{facts.secretariat}"
    )


def _chinese(facts: Facts, said: _Said) -> str:
    to = f"{facts.body} {facts.contact}：" if facts.contact else f"{facts.body}："
    rows = "\n".join(
        f"　　{mark}、{label}：{value}" for mark, (label, value) in zip("一二三四五", said.rows, strict=False)
    )
    where = f"在{facts.place}" if facts.place else ""
    due = f"于{said.due}前" if said.due else "尽早"
    return (
        f"　　　　邀请函\n\n{to}\n\n　　兹定于{said.days}{where}举办“{facts.name}”。"
        "谨此诚挚邀请贵方派代表团出席。现将有关事项函告如下：\n\n"
        f"{rows}\n\n"
        f"　　请{due}通过专用页面回复是否出席，并提交代表团名单。\n\n"
        f"　　此致\n敬礼！\n\n{facts.secretariat}"
    )


def _english(facts: Facts, said: _Said) -> str:
    to = f"Dear {facts.contact}," if facts.contact else "Dear Sir or Madam,"
    rows = "\n".join(f"  {label}: {value}" for label, value in said.rows)
    due = f"by {said.due}" if said.due else "at your earliest convenience"
    return (
        f"{facts.body}\n\n{to}\n\n"
        f"{facts.secretariat} has the honour of inviting your delegation to {facts.name}.\n\n"
        f"{rows}\n\n"
        "We should be grateful if you would let us know whether you will attend and, if so, enter the members of "
        f"your delegation {due} on the page set aside for you.\n\n"
        f"Yours faithfully,\n\n{facts.secretariat}"
    )


_LETTERS: Final[dict[str, Callable[[Facts, _Said], str]]] = {
    "ko": _korean,
    "ja": _japanese,
    "zh-Hans": _chinese,
    "en": _english,
}
