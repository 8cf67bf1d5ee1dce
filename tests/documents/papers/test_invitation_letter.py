from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from interlocal.delegations.rules import invitations_letter as standard
from interlocal.documents.formats import docx, pdf
from interlocal.documents.formats.document import Facts as Pairs
from interlocal.documents.formats.document import Letterhead, PageBreak, Paragraph, Signature, Table, runs
from interlocal.documents.papers import invitation_letter, invitation_letter_annexes
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.refused import Refused
from tests.documents.papers.facts import facts, words
from tests.documents.papers.making import item

NASTY = "#set page() {{ 7*7 }} {% x %} {body} <b>&amp; $x$ =1+1"


def scene(**changes):
    """Nobody's letter was written by hand."""
    found = facts(**changes)
    return replace(found, delegations=tuple(replace(one, letter="") for one in found.delegations))


def changed(found, body, **changes):
    made = tuple(replace(one, **changes) if one.body == body else one for one in found.delegations)
    return replace(found, delegations=made)


def wish(tongue, body="", **options):
    return Wish((tongue,), body=body, options={"written": "asked"} | options)


def paragraphs(document):
    return [plain(block.text) for block in document.blocks if isinstance(block, Paragraph)]


def pairs(document):
    found = next(block for block in document.blocks if isinstance(block, Pairs))
    return {plain(name): plain(said) for name, said in found.rows}


def test_korean_offices_read_to_whom_what_about_and_numbered_points_to_the_end_mark():
    made = invitation_letter.build(scene(), wish("ko", "near"))

    assert paragraphs(made) == [
        "수신  동북아시아지방정부연합 사무국 (사무국 담당)",
        "(경유)",
        "제목  제27회 한중일 지방정부 교류회의 참가 초청",
        "1. 귀 기관의 무궁한 발전을 기원합니다.",
        "2. 목적: 지방정부 협력 강화",
        "3. 위와 관련하여 아래와 같이 행사를 개최하오니, 대표단을 파견하여 주시기 바랍니다.",
        "4. 참가 여부와 참가자 명단을 2027. 4. 30.(금)까지 회신하여 주시기 바랍니다.  끝.",
        "　",
        "경상북도지사  남궁 민수(南宮敏秀)  (직인)",
        "　",
        "시행  경상북도-＿＿＿＿＿ (2026. 11. 23.)        접수  ＿＿＿＿＿＿＿＿ (    .    .    .)",
    ]
    assert pairs(made) == {
        "가. 행사명": "제27회 한중일 지방정부 교류회의",
        "나. 기간": "2027. 6. 2.(수) ~ 6. 3.(목)",
        "다. 장소": "한국 경상북도 경주시",
        "라. 초청 인원": "대표 5명 이내",
        "마. 비용 부담": "숙식은 주최 측이 부담함",
    }


def test_the_end_mark_stands_behind_the_last_of_what_is_attached():
    made = invitation_letter.build(scene(), wish("ko", "tottori", annexes="programme"))

    assert "붙임  1. 초청 대상자 명단 1부.\n　　  2. 일정표 1부.  끝." in paragraphs(made)
    assert "4. 참가 여부를 2027. 4. 30.(금)까지 회신하여 주시기 바랍니다." in paragraphs(made)


def test_a_japanese_letter_greets_closes_and_lists_below():
    made = invitation_letter.build(scene(), wish("ja", "tottori", annexes="none"))

    assert paragraphs(made) == [
        "2026年11月23日",
        "鳥取県知事　髙橋 惣右衛門 様",
        "慶尚北道知事　ナムグン・ミンス（南宮敏秀）",
        "　",
        "「第27回日中韓地方政府交流会議」へのご招待について",
        "拝啓　時下ますますご清栄のこととお慶び申し上げます。",
        (
            "　さて、このたび、下記のとおり「第27回日中韓地方政府交流会議」を開催する運びとなりました。"
            "つきましては、貴団体より代表団をご派遣いただきたく、ここにご招待申し上げます。"
        ),
        "　ご多用のところ誠に恐縮に存じますが、ご出席の可否につきまして、2027年4月30日(金)までにご回答くださいますようお願い申し上げます。",
        "敬具",
        "記",
        "以上",
    ]


def test_an_office_in_japan_without_a_name_is_addressed_as_an_office():
    nobody = changed(scene(), "tottori", people=(), headcount=2)

    made = invitation_letter.build(nobody, wish("ja", "tottori"))

    assert paragraphs(made)[1] == "鳥取県 御中"


def test_a_chinese_letter_has_all_that_a_filing_asks_for():
    made = invitation_letter.build(scene(), wish("zh-Hans", "jiangsu"))

    assert paragraphs(made)[:3] == [
        "邀 请 函",
        "江苏省人民政府外事办公室副主任\n尊敬的欧阳思远副主任：",
        "　　庆尚北道谨此诚挚邀请您率团于2027年6月2日至3日赴韩国庆尚北道庆州市出席“第27届中日韩地方政府交流会议”，停留2天。",
    ]
    assert pairs(made) == {
        "活动名称": "第27届中日韩地方政府交流会议",
        "访问目的": "加强地方政府合作",
        "访问日期": "2027年6月2日至3日",
        "停留期限": "2天（含首末两日）",
        "访问地点": "韩国庆尚北道庆州市",
        "邀请人数": "2人（名单见附件1）",
        "费用承担": "食宿由主办方承担",
        "邀请方责任": "我方负责访问期间的活动安排与联络工作，并对本邀请函内容的真实性负责。",
        "邀请方式": "由我方直接向贵方发出，未通过任何中介机构。",
        "回复期限": "2027年4月30日（星期五）",
    }
    signed = next(block for block in made.blocks if isinstance(block, Signature))
    assert plain(signed.place_and_day) == "2026年11月23日"
    assert [plain(line) for line in signed.lines] == [
        "签字人：南宮敏秀",
        "职务：庆尚北道知事",
        "庆尚北道（盖章）",
    ]


def test_the_invited_stand_with_post_and_employer_and_each_half_day_has_its_programme():
    made = invitation_letter.build(scene(), wish("zh-Hans", "jiangsu"))

    people, agenda = [block for block in made.blocks if isinstance(block, Table)]
    assert [[plain(cell) for cell in row.cells] for row in people.rows] == [
        ["1", "欧阳思远", "OUYANG Siyuan", "江苏省人民政府外事办公室副主任", "江苏省"],
        ["2", "阿卜杜热合曼·买买提江", "Abdurahman Memetjan", "亚洲处处长", "江苏省"],
    ]
    second = [plain(cell) for cell in agenda.rows[1].cells]
    assert second[0] == "2027年6月3日\n星期四"
    assert second[1].endswith("自由参观")
    assert second[3] == "18:30 KST–19:50 UTC+8 返程航班（金海—上海）"


def test_what_a_filing_needs_and_nobody_wrote_down_leaves_room_in_the_letter():
    made = invitation_letter.build(scene(words=()), wish("zh-Hans", "jiangsu", signer="blank"))

    assert pairs(made)["费用承担"] == "＿" * 12
    signed = next(block for block in made.blocks if isinstance(block, Signature))
    assert plain(signed.lines[0]) == "签字人：＿＿＿＿＿＿＿＿＿＿＿＿"


def test_an_english_letter_invites_the_body_that_has_no_names_yet():
    made = invitation_letter.build(scene(), wish("en", "near"))

    assert paragraphs(made)[3:5] == [
        "Dear Sir or Madam,",
        (
            "Gyeongsangbuk-do has the honour of inviting NEAR Secretariat to send a delegation to the 27th "
            "Korea–China–Japan Local Government Conference, to be held in Gyeongju, Gyeongsangbuk-do, Korea (2–3 June 2027)."
        ),
    ]


def test_each_recipient_reads_the_own_language_and_beside_it_the_one_asked_for():
    made = invitation_letter.build(scene(), Wish(("ko",), body="tottori"))

    assert made.lang == "ja"
    heads = [plain(block.name) for block in made.blocks if isinstance(block, Letterhead)]
    assert heads == ["慶尚北道", "경상북도"]
    assert "번역본(원문: 일본어)" in paragraphs(made)


def test_letters_to_all_go_to_everybody_but_the_host_each_on_its_page():
    made = invitation_letter.build(scene(), wish("en", annexes="none"))

    assert sum(isinstance(block, Letterhead) for block in made.blocks) == 4
    breaks = [block for block in made.blocks if isinstance(block, PageBreak)]
    assert [one.restart for one in breaks] == [True] * 4


def test_letters_to_one_addressee_are_counted_together():
    made = invitation_letter.build(
        scene(), replace(Wish(("ko",), body="tottori"), options={"annexes": "none"})
    )

    assert [block.restart for block in made.blocks if isinstance(block, PageBreak)] == [True, False]


def test_one_person_alone_is_invited_by_name():
    made = invitation_letter.build(scene(), replace(wish("en"), person="p-abdu"))

    assert paragraphs(made)[1] == "Abdurahman Memetjan\n亚洲处处长\nJiangsu Province"
    table = next(block for block in made.blocks if isinstance(block, Table))
    assert len(table.rows) == 1


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Wish(("en",), body="gyeongbuk"), "host_invites"),
        (Wish(("en",), body="nowhere"), "nobody_invited"),
        (Wish(("en",), person="nobody"), "not_on_list"),
    ],
)
def test_nobody_to_write_to_is_a_refusal(asked, code):
    with pytest.raises(Refused) as refused:
        invitation_letter.build(scene(), asked)

    assert refused.value.code == code


def test_an_edition_without_delegations_has_no_letters():
    with pytest.raises(Refused) as refused:
        invitation_letter.build(scene(delegations=()), Wish(("en",)))

    assert refused.value.code == "nobody_invited"


def test_what_the_office_wrote_is_the_letter_on_the_letterhead():
    text = standard.letter(
        standard.Facts(
            "鳥取県", "", "慶尚北道", "会議", "慶州", date(2027, 6, 2), date(2027, 6, 4), None, 5, 0
        ),
        "ja",
    )
    found = changed(scene(), "tottori", letter=text)

    made = invitation_letter.build(found, Wish(("ko", "ja"), body="tottori"))

    assert isinstance(made.blocks[1], Letterhead)
    roles = {plain(block.text): block.role for block in made.blocks if isinstance(block, Paragraph)}
    assert [roles[line] for line in ("「会議」のご案内", "謹白", "記", "以上")] == [
        "centre",
        "right",
        "centre",
        "right",
    ]
    assert sum(isinstance(block, Letterhead) for block in made.blocks) == 1
    with translation.override("en"):
        assert (
            "The letter to Tottori Prefecture was written by the office in one language only (Japanese)."
            in invitation_letter.lacks(found, Wish(("ko",)))
        )


@pytest.mark.parametrize(
    ("hours", "parts"),
    [
        ("09:00-10:00", ("morning",)),
        ("11:30-13:30", ("morning",)),
        ("10:00-15:00", ("morning", "afternoon")),
        ("12:00-13:00", ("afternoon",)),
        ("18:00-20:00", ("evening",)),
        ("", ("morning", "afternoon")),
    ],
)
def test_an_item_is_in_the_part_of_the_day_in_which_it_begins_or_in_both_halves(hours, parts):
    one = item(1, "visit", words("시찰"), date(2027, 6, 2), hours)

    assert invitation_letter_annexes.parts_of(one) == parts


def test_texts_that_look_like_markup_stay_as_they_were_given():
    found = changed(scene(), "near", contact_name=NASTY)
    found = replace(found, sheet=replace(found.sheet, name=words(NASTY * 6)))

    made = invitation_letter.build(found, wish("ko", "near"))

    assert f"수신  동북아시아지방정부연합 사무국 ({NASTY})" in paragraphs(made)
    assert any(run.text == NASTY * 6 for run in runs(made))
    assert pdf.flow(made).startswith(b"%PDF")


@pytest.mark.parametrize("tongues", [("ko",), ("ja",), ("zh-Hans",), ("en",), ("zh-Hans", "ko")])
def test_every_format_takes_it_and_the_same_input_gives_the_same_bytes(tongues):
    for write in (pdf.flow, docx.flow):
        first, second = (
            write(invitation_letter.build(scene(), Wish(tongues, options={"checklist": "on"})))
            for _ in range(2)
        )

        assert first == second
