from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from interlocal.documents.formats.document import PageBreak
from interlocal.documents.papers import invitation_letter
from interlocal.documents.papers.invitation_letter_china import checks_for_china
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.texts import localised
from tests.documents.papers.facts import words
from tests.documents.papers.test_invitation_letter import changed, scene, wish


def unmet(found, body="jiangsu", **options):
    asked = Wish(("zh-Hans",), body=body, options=options)
    return [
        one.code for one in checks_for_china(found, found.delegation(body), asked, "en") if not one.is_met
    ]


def test_a_filing_lacks_only_what_is_not_met():
    with translation.override("en"):
        found = invitation_letter.lacks(scene(), Wish(("ko",)))

    assert found == (
        "A Chinese filing still lacks: a signer of about the same rank as the first of the invited (Jiangsu Province).",
    )


def test_a_signer_of_the_same_rank_is_enough():
    host = scene().delegation("gyeongbuk")
    head = replace(host.people[0], grade="ambassador")

    found = changed(scene(), "gyeongbuk", people=(head, *host.people[1:]))

    assert unmet(found) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda found: changed(found, "gyeongbuk", people=()), "signer"),
        (lambda found: changed(found, "jiangsu", people=()), "names"),
        (lambda found: changed(found, "jiangsu", name={}), "employer"),
        (
            lambda found: replace(found, words=tuple(one for one in found.words if one.kind != "purpose")),
            "purpose",
        ),
        (
            lambda found: replace(found, words=tuple(one for one in found.words if one.kind != "costs")),
            "costs",
        ),
        (lambda found: replace(found, host=replace(found.host, name={})), "letterhead"),
        (
            lambda found: replace(found, sheet=replace(found.sheet, until_on=date(2027, 6, 5))),
            "agenda",
        ),
        (
            lambda found: replace(found, sheet=replace(found.sheet, name=words("한글만"))),
            "chinese",
        ),
        (lambda found: changed(found, "jiangsu", invited_language="ko"), "agency"),
    ],
)
def test_each_thing_that_a_filing_asks_for_is_missed(change, code):
    asked = Wish(("ko",), body="jiangsu")
    found = change(scene())

    codes = [
        one.code
        for one in checks_for_china(found, found.delegation("jiangsu"), asked, "en")
        if not one.is_met
    ]

    assert code in codes


def test_a_machine_translation_is_not_exact():
    found = scene()
    name = localised("ko", {"ko": "회의", "zh-Hans": "会议"}, translations="machine")

    assert "chinese" in unmet(replace(found, sheet=replace(found.sheet, name=name)))


def test_a_member_without_a_post_is_named():
    found = scene()
    first, second = found.delegation("jiangsu").people

    found = changed(found, "jiangsu", people=(first, replace(second, post=None)))

    says = {one.code: one.says for one in checks_for_china(found, found.delegation("jiangsu"), tongue="en")}
    assert says["posts"] == "the post of each of the invited (阿卜杜热合曼·买买提江)"


def test_the_half_days_without_a_programme_are_named():
    found = scene()
    kept = tuple(one for one in found.sheet.items if one.id in (2, 4))

    found = replace(found, sheet=replace(found.sheet, items=kept))

    says = {one.code: one.says for one in checks_for_china(found, found.delegation("jiangsu"), tongue="en")}
    assert says["agenda"] == (
        "the programme of each morning and afternoon "
        "(the morning of 3 June 2027 and the afternoon of 3 June 2027)"
    )


def test_the_checklist_is_a_last_page_only_where_it_is_asked_for():
    without = invitation_letter.build(scene(), wish("en", "jiangsu"))
    made = invitation_letter.build(scene(), wish("en", "jiangsu", checklist="on"))

    added = made.blocks[len(without.blocks) :]
    assert isinstance(added[0], PageBreak)
    rows = [[plain(cell) for cell in row.cells] for row in added[3].rows]
    assert rows[2] == ["a signer of about the same rank as the first of the invited", "still missing"]
    assert len(rows) == 13
