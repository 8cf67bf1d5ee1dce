"""How common each term is, by language: counted when the index is made, and again when it has grown by a fifth."""

from datetime import datetime
from typing import Final

from django.db import transaction

from interlocal.ground.tongues import EN, JA, KO, ZH
from interlocal.search import slots
from interlocal.search.models import Index

COLUMNS = {KO: "ko", JA: "ja", ZH: "zh", EN: "en"}
# What occurs less often has no row: it is rare, and that is all that needs to be known.
COUNTED_FROM, SHARE = 4, 2500
# Beyond this many texts a part of the pages tells enough.
SAMPLED_FROM = 200_000


def recount_if_stale(*, at: datetime) -> bool:
    """Count anew where a fifth of the texts has come or gone. Old counts do no harm but to the order."""
    found = slots.serving()
    if found is None:
        return False
    counted = Index.objects.values_list("texts", flat=True).get(slot=found.slot).get("", 0)
    now = slots.rows("select count(*) from search_text_{slot}", slot=found.slot)[0][0]
    stale = bool(abs(now - counted) * 5 > max(counted, 20))
    if stale:
        recount(found.slot)
    return stale


@transaction.atomic
def recount(slot: int) -> None:
    """Only of what everybody may read: what is rare must not tell of anything else."""
    texts, words = _totals(slot)
    share = min(1.0, SAMPLED_FROM / max(texts[""], 1))
    least = max(COUNTED_FROM, int(texts[""] * share) // SHARE)
    sample = "tablesample system (%s)" if share < 1 else ""
    slots.run("set local work_mem = '128MB'")
    slots.run("delete from search_frequency_{slot}", slot=slot)
    slots.run(
        _COUNT.replace("{sample}", sample), [share] * 5 + [100 * share] * bool(sample) + [least], slot=slot
    )
    Index.objects.filter(slot=slot).update(texts=texts, words=words)


def _totals(slot: int) -> tuple[dict[str, int], int]:
    found = slots.rows(
        "select lang, count(*), sum(length) from search_text_{slot} where readers is null group by lang",
        slot=slot,
    )
    texts = {lang: count for lang, count, _ in found}
    return {**texts, "": sum(texts.values())}, sum(length for _, _, length in found)


_COUNT: Final = """
    insert into search_frequency_{slot} (slot, code, ko, ja, zh, en, other)
    select {slot}, code,
        (count(*) filter (where lang = 'ko') / %s)::integer,
        (count(*) filter (where lang = 'ja') / %s)::integer,
        (count(*) filter (where lang = 'zh-Hans') / %s)::integer,
        (count(*) filter (where lang = 'en') / %s)::integer,
        (count(*) filter (where lang not in ('ko', 'ja', 'zh-Hans', 'en')) / %s)::integer
    from search_text_{slot} {sample}, unnest(terms) as code
    where readers is null group by code having count(*) >= %s
"""
