from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy, ngettext_lazy

from interlocal.documents.papers import wording
from interlocal.documents.papers.paper import Wish
from interlocal.ground.texts import Localised, Shown, Version
from tests.documents.papers.facts import facts, name, released, words

BOTH = Wish(("ko", "ja"))
ITEMS = {item.id: item for item in facts().sheet.items}


def said(parts):
    return [(run.text, run.lang, run.style) for run in parts]


def test_a_message_is_in_the_language_asked_for_whatever_is_active():
    with translation.override("ja"):
        assert wording.said(gettext_lazy("Country"), "ko") == "국가"
        assert wording.said("Country", "zh-Hans") == "国家"
        assert wording.said("", "ko") == ""
        assert translation.get_language() == "ja"


def test_a_plural_is_counted_in_its_language():
    message = ngettext_lazy("%(count)s apple", "%(count)s apples", "count")

    assert (wording.said(message, "en", count=1), wording.said(message, "en", count=3)) == (
        "1 apple",
        "3 apples",
    )


def test_a_label_stands_in_both_languages_and_once_where_they_agree():
    assert said(wording.label("Country", BOTH)) == [("국가", "ko", ""), (" / ", "ko", ""), ("国", "ja", "")]
    assert said(wording.label("Country", Wish(("zh-Hans", "zh-Hans")))) == [("国家", "zh-Hans", "")]


def test_a_text_falls_back_and_says_in_which_language_it_is():
    only = words("주무관")

    assert said(wording.local(only, "en")) == [("주무관", "ko", "")]
    assert said(wording.local(only, BOTH)) == [("주무관", "ko", "")]
    assert wording.local(None, "en") == ()


@pytest.mark.parametrize("version", [Version("機械", "machine", 2), Version("機械", "human", 1)])
def test_what_a_machine_translated_and_what_is_outdated_bears_the_mark(version):
    text = Localised("ko", 2, {"ko": Version("기계", "original", 2), "ja": version})

    assert said(wording.local(text, "ja")) == [("機械", "ja", "machine")]


def test_a_name_without_a_version_is_shown_in_the_next_best_language():
    named = {"en": Shown("Tottori", "en"), "ja": Shown("鳥取県", "ja")}

    assert said(wording.named(named, "ko")) == [("Tottori", "en", "")]
    assert said(wording.named(name("돗토리현", "鳥取県", "鸟取县", "Tottori"), BOTH)) == [
        ("돗토리현", "ko", ""),
        (" / ", "ko", ""),
        ("鳥取県", "ja", ""),
    ]


@pytest.mark.parametrize(
    ("number", "anywhere", "at_home"),
    [
        (1, "09:00–10:00 KST", "09:00–10:00"),
        (7, "23:00–01:00 (+1) KST", "23:00–01:00 (+1)"),
        (8, "", ""),
        (9, "18:30 KST–19:50 UTC+8", "18:30 KST–19:50 UTC+8"),
    ],
)
def test_hours_say_their_zone_unless_the_paper_does(number, anywhere, at_home):
    item = ITEMS[number]

    assert (wording.hours(item), wording.hours(item, home="Asia/Seoul")) == (anywhere, at_home)


def test_an_item_without_an_end_has_its_hour_alone():
    assert wording.hours(replace(ITEMS[1], ends=None)) == "09:00 KST"


@pytest.mark.parametrize(
    ("zone", "label"),
    [
        ("Asia/Seoul", "KST (UTC+9)"),
        ("Asia/Shanghai", "CST (UTC+8)"),
        ("Asia/Singapore", "UTC+8"),
        ("Asia/Kolkata", "IST (UTC+5:30)"),
        ("no/where", "UTC"),
    ],
)
def test_a_zone_is_named_with_its_distance(zone, label):
    assert wording.zone_label(zone, date(2027, 6, 2)) == label


def test_days_are_said_by_habit_and_one_day_alone():
    assert wording.days(date(2027, 6, 2), date(2027, 6, 4), "ko") == "2027년 6월 2~3일"
    assert wording.days(date(2027, 6, 2), date(2027, 6, 3), "en") == "2 June 2027"


def test_the_mark_says_which_version_or_that_it_is_work_in_progress():
    assert said(wording.mark(facts(), "en")) == [("Work in progress, 23 November 2026", "en", "quiet")]
    assert said(wording.mark(released(number=2), "en")) == [
        ("Version 2, released 20 May 2027", "en", "quiet")
    ]
