"""What the page of a programme says to machines: an event with its items (schema.org)."""

from typing import Any

from markupsafe import Markup

from interlocal.arrangements.rules.sheets import Sheet, SheetItem
from interlocal.documents.formats import jsonld


def programme(sheet: Sheet, *, tongue: str, url: str) -> Markup:
    data: dict[str, Any] = {
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": sheet.name.shown(tongue).text,
        "startDate": sheet.from_on.isoformat(),
        "eventStatus": jsonld.SCHEDULED,
        "subEvent": [_item(sheet, item, tongue) for item in sheet.items],
    }
    if sheet.place:
        data["location"] = {"@type": "Place", "name": sheet.place.shown(tongue).text}
    return jsonld.block(data, lang=tongue)


def _item(sheet: Sheet, item: SheetItem, tongue: str) -> dict[str, Any]:
    said: dict[str, Any] = {"@type": "Event", "name": item.title.shown(tongue).text}
    said["startDate"] = (item.starts or item.on).isoformat()
    if item.ends:
        said["endDate"] = item.ends.isoformat()
    site = sheet.site(item.site)
    if site or item.place:
        name = site.name if site else item.place
        assert name
        said["location"] = {"@type": "Place", "name": name.shown(tongue).text}
    return said
