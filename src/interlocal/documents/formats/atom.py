"""Atom feeds (RFC 4287)."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed

TYPE = "application/atom+xml; charset=utf-8"
# XML 1.0 has no way at all to say these.
_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Article:
    """`lang` is that of the title, `summary` plain text; `key` stays the same whatever the address."""

    key: str
    link: str
    title: str
    lang: str
    summary: str
    updated_at: datetime
    topics: tuple[str, ...] = ()


class _Feed(Atom1Feed):
    def item_attributes(self, item: Any) -> dict[str, str]:
        return {"xml:lang": str(item["lang"])}


def feed(
    *,
    key: str,
    title: str,
    subtitle: str,
    lang: str,
    author: str,
    page: str,
    address: str,
    updated_at: datetime,
    articles: Iterable[Article],
) -> bytes:
    """A feed in the given order. `page` is the web page it speaks of, `address` its own."""
    made = _Feed(
        title=_sayable(title),
        link=page,
        description="",
        subtitle=_sayable(subtitle),
        language=lang,
        author_name=_sayable(author),
        feed_url=address,
        feed_guid=key,
    )
    newest = updated_at
    for article in articles:
        newest = max(newest, article.updated_at)
        made.add_item(
            title=_sayable(article.title),
            link=article.link,
            # Readers take it for HTML, where even a plain text must escape what HTML means.
            description=html.escape(_sayable(article.summary), quote=False),
            unique_id=article.key,
            updateddate=article.updated_at,
            categories=[_sayable(topic) for topic in article.topics],
            lang=article.lang,
        )
    made.latest_post_date = lambda: newest  # type: ignore[method-assign]  # an empty feed too was made some time
    text = made.writeString("utf-8")
    return text.encode() if isinstance(text, str) else text


def _sayable(text: str) -> str:
    return _UNSAYABLE.sub("", text)
