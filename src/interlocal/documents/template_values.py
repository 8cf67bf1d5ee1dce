"""What a body's own template can say: plain values made from the facts of an edition, in the wished language.

`FIELDS` is the list of them; docs/templates.md is made from it, and a test keeps both true.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from interlocal.arrangements.rules.facts import Delegation, Facts, Named, Person, Said
from interlocal.arrangements.rules.sheets import Sheet, SheetItem
from interlocal.documents.papers.paper import Wish
from interlocal.ground.countries import country_name
from interlocal.ground.dates import PartialDate, Span
from interlocal.ground.texts import Localised
from interlocal.ground.wording import (
    print_date,
    print_date_and_weekday,
    print_ordinal,
    print_person,
    print_span,
)

# Of each list (""; the whole) its fields, and what stands in each.
FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "": {
        "event": "name of the edition",
        "ordinal": "its number, in words of the language (제8회, 8th edition)",
        "series": "name of the series",
        "place": "where it is held",
        "dates": "its days, first to last",
        "first_day": "its first day",
        "last_day": "its last day",
        "days_count": "how many days it has",
        "host": "name of the body that hosts",
        "secretariat": "name of the body that organises",
        "order": "by which rule delegations stand",
        "version": "number of the programme's release; empty for work in progress",
        "printed_on": "the day it is printed",
        "language": "code of the language: ko, ja, zh-Hans, en",
        "people_count": "how many people",
        "delegation": "the delegation it is printed for; the first one otherwise",
        "person": "the person it is printed for; the first one otherwise",
        "people": "list of everybody, in official order",
        "delegations": "list of the delegations, in official order",
        "days": "list of the days of the programme",
        "items": "list of all items of the programme, in their order",
        "greetings": "list of greetings",
        "phrases": "list of useful phrases",
        "emergencies": "list of emergency contacts",
        "other": "all of this again in the second language, where two were chosen",
    },
    "people": {
        "number": "place in the whole list",
        "within": "place in the delegation",
        "delegation": "name of the delegation",
        "country": "country of the delegation",
        "name": "name in its own script, family name first",
        "family": "family name",
        "given": "given name",
        "latin": "name in Latin letters",
        "reading": "how the name is said",
        "post": "post and office",
        "honoured": "name with 님 or 様, as letters are addressed",
    },
    "delegations": {
        "number": "place in the order",
        "name": "name of the delegation",
        "country": "its country",
        "count": "how many people",
        "contact": "whom to write to",
        "people": "list of its people, as above",
    },
    "days": {
        "number": "which day it is, from 1",
        "date": "the day with its weekday",
        "items": "list of its items, as below",
    },
    "items": {
        "date": "the day with its weekday",
        "time": "from when to when, 24 hours",
        "starts": "when it begins",
        "ends": "when it ends",
        "zone": "time zone by its hours from UTC",
        "title": "what it is",
        "place": "where",
        "room": "room",
        "vehicle": "vehicle",
        "bring": "what to bring",
        "note": "note",
        "with": "with whom",
        "plan_b": "what is done instead if need be",
    },
    "greetings": {"speaker": "whose words they are", "title": "title", "text": "the words"},
    "phrases": {"title": "the phrase", "text": "how it is said"},
    "emergencies": {"title": "who", "text": "what for", "contact": "the number to call"},
}
# In forms of HWPX: what the cell beside a label is filled with.
LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    "event": ("행사명", "회의명", "行事名", "会議名", "活动名称", "会议名称", "Event"),
    "dates": ("기간", "일시", "행사기간", "期間", "日程", "期间", "时间", "Dates"),
    "place": ("장소", "場所", "地点", "Place"),
    "host": ("주최", "주최기관", "主催", "主办单位", "Host"),
    "secretariat": ("주관", "주관기관", "事務局", "承办单位", "Organiser"),
    "people_count": ("인원", "참가인원", "人数", "Number of people"),
    "printed_on": ("작성일", "作成日", "制表日期", "Date"),
    "person.name": ("성명", "이름", "氏名", "姓名", "Name"),
    "person.latin": ("영문", "영문성명", "ローマ字", "英文姓名", "Name in Latin letters"),
    "person.post": ("직위", "직책", "役職", "职务", "Post"),
    "person.delegation": ("소속", "소속기관", "所属", "工作单位", "Body"),
    "person.country": ("국적", "국가", "国籍", "Country"),
}
_HONOUR: Final = {"ko": "{} 님", "ja": "{} 様"}


def values(facts: Facts, wish: Wish) -> dict[str, Any]:
    """All fields in the leading language, and below `other` in the second one."""
    whole = _whole(facts, wish, wish.tongue)
    whole["other"] = _whole(facts, wish, wish.tongues[1]) if len(wish.tongues) > 1 else {}
    return whole


def flat(values: Mapping[str, Any]) -> dict[str, str]:
    """The same by single names, for forms without loops: `person.name`, `people.1.name`."""
    return dict(_flattened(values, ""))


def labelled(labels: Iterable[str], flat: Mapping[str, str]) -> dict[str, str]:
    """What to write beside those labels that are known."""
    known = {label: field for field, names in LABELS.items() for label in names}
    found = {label: known.get(label.replace(" ", "")) or known.get(label) for label in labels}
    return {label: flat[field] for label, field in found.items() if field and flat.get(field)}


def known() -> frozenset[str]:
    """Every path a template may ask for, as `filling_fields` writes them: `event`, `days[].items[].title`."""
    own = {field for field in FIELDS[""] if field != "other"}
    for noun, fields in FIELDS.items():
        own |= {f"{noun}[].{field}" for field in fields if noun}
    own |= {f"person.{field}" for field in FIELDS["people"]}
    own |= {f"delegation.{field}" for field in FIELDS["delegations"]}
    for start in ("delegation", "delegations[]"):
        own |= {f"{start}.people[].{field}" for field in FIELDS["people"]}
    own |= {f"days[].items[].{field}" for field in FIELDS["items"]}
    return frozenset(own | {f"other.{path}" for path in own} | {"other"})


def _flattened(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flattened(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _flattened(inner, f"{path}.{number}")
    else:
        yield path, str(value)


def documentation() -> Iterator[str]:
    """Lines of docs/templates.md, below its head."""
    for noun, fields in FIELDS.items():
        yield from ("", f"## {'The whole' if not noun else f'Each of `{noun}`'}", "")
        yield from ("| field | what stands there |", "| --- | --- |")
        yield from (f"| `{field}` | {meaning} |" for field, meaning in fields.items())
    yield from (
        "",
        "## Labels of HWPX forms",
        "",
        "| field | the empty cell to the right of |",
        "| --- | --- |",
    )
    yield from (f"| `{field}` | {', '.join(names)} |" for field, names in LABELS.items())


def _whole(facts: Facts, wish: Wish, tongue: str) -> dict[str, Any]:
    sheet = facts.sheet
    delegations = [_delegation(one, tongue) for one in facts.delegations]
    people = [person for delegation in delegations for person in delegation["people"]]
    days = list(_days(sheet, tongue))
    return {
        **_heading(facts, tongue),
        "version": str(sheet.number or ""),
        "language": tongue,
        "people_count": len(people),
        "delegation": _chosen(delegations, [one.body for one in facts.delegations], wish.body),
        "person": _chosen(people, [one.key for one in facts.people()], wish.person),
        "people": people,
        "delegations": delegations,
        "days": days,
        "items": [item for day in days for item in day["items"]],
        "greetings": [_said(one, tongue, "speaker", "title", "text") for one in facts.said("greeting")],
        "phrases": [_said(one, tongue, "title", "text") for one in facts.said("phrase")],
        "emergencies": [_said(one, tongue, "title", "text", "contact") for one in facts.said("emergency")],
        "other": {},
    }


def _heading(facts: Facts, tongue: str) -> dict[str, Any]:
    sheet = facts.sheet
    last = date.fromordinal(sheet.until_on.toordinal() - 1)
    span = Span(PartialDate.of(sheet.from_on), PartialDate.of(last) if last > sheet.from_on else None)
    return {
        "event": _text(sheet.name, tongue),
        "ordinal": print_ordinal(facts.ordinal, tongue) if facts.ordinal else "",
        "series": _name(facts.series, tongue),
        "place": _text(sheet.place, tongue),
        "dates": print_span(span, tongue),
        "first_day": _day(sheet.from_on, tongue),
        "last_day": _day(last, tongue),
        "days_count": (sheet.until_on - sheet.from_on).days,
        "host": _name(facts.host.name, tongue),
        "secretariat": _name(facts.secretariat.name, tongue),
        "order": facts.order_rule,
        "printed_on": _day(facts.made_on, tongue),
    }


def _chosen(made: list[dict[str, Any]], keys: list[str], key: str) -> dict[str, Any]:
    if key in keys:
        return made[keys.index(key)]
    return made[0] if made else {}


def _delegation(one: Delegation, tongue: str) -> dict[str, Any]:
    return {
        "number": one.number,
        "name": _name(one.name, tongue),
        "country": country_name(one.country, tongue) if one.country else "",
        "count": one.headcount if one.headcount is not None else len(one.people),
        "contact": one.contact_name,
        "people": [_person(person, one, tongue) for person in one.people],
    }


def _person(person: Person, of: Delegation, tongue: str) -> dict[str, Any]:
    name = print_person(person.family, person.given, person.script_language)
    return {
        "number": person.number,
        "within": person.within,
        "delegation": _name(of.name, tongue),
        "country": country_name(of.country, tongue) if of.country else "",
        "name": name,
        "family": person.family,
        "given": person.given,
        "latin": f"{person.latin_family} {person.latin_given}".strip(),
        "reading": f"{person.reading_family} {person.reading_given}".strip(),
        "post": _text(person.post, tongue),
        "honoured": _HONOUR.get(tongue, "{}").format(name),
    }


def _days(sheet: Sheet, tongue: str) -> Iterator[dict[str, Any]]:
    for on, items in sheet.days():
        made = [_item(sheet, item, tongue) for item in items]
        yield {"number": (on - sheet.from_on).days + 1, "date": _weekday(on, tongue), "items": made}


def _item(sheet: Sheet, item: SheetItem, tongue: str) -> dict[str, Any]:
    starts, ends = _hour(item.starts), _hour(item.ends)
    site = sheet.site(item.site)
    return {
        "date": _weekday(item.on, tongue),
        "time": f"{starts}–{ends}" if starts and ends else starts,
        "starts": starts,
        "ends": ends,
        "zone": _zone(item.starts),
        "title": _text(item.title, tongue),
        "place": _text(item.place or (site.name if site else None), tongue),
        "room": _resources(sheet, item, "room", tongue),
        "vehicle": _resources(sheet, item, "vehicle", tongue),
        "bring": _text(item.bring, tongue),
        "note": _text(item.note, tongue),
        "with": _text(item.with_whom, tongue),
        "plan_b": _text(item.plan_b, tongue),
    }


def _resources(sheet: Sheet, item: SheetItem, kind: str, tongue: str) -> str:
    return ", ".join(_text(one.name, tongue) for one in sheet.resources_of(item, kind))


def _said(one: Said, tongue: str, *fields: str) -> dict[str, str]:
    made = {
        "speaker": _text(one.speaker, tongue),
        "title": _text(one.title, tongue),
        "text": _text(one.text, tongue),
        "contact": one.contact,
    }
    return {field: made[field] for field in fields}


def _name(named: Named, tongue: str) -> str:
    found = named.get(tongue)
    return found.text if found else ""


def _text(text: Localised | None, tongue: str) -> str:
    return text.shown(tongue).text if text else ""


def _day(day: date, tongue: str) -> str:
    return print_date(PartialDate.of(day), tongue)


def _weekday(day: date, tongue: str) -> str:
    return print_date_and_weekday(PartialDate.of(day), tongue)


def _hour(moment: datetime | None) -> str:
    return moment.strftime("%H:%M") if moment else ""


def _zone(moment: datetime | None) -> str:
    """UTC+9, UTC+5:30."""
    if moment is None or (offset := moment.utcoffset()) is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02d}' if rest else ''}"
