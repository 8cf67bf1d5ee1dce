"""A letter of invitation as Chinese offices file it: whom and in which post, why, when, how long, who pays, signed by hand.

What a filing asks of a host's letter: rules on letters of invitation, Donghua University, international office [48]; of the
request that it is filed with, by morning and afternoon and not through an agency: the form of 8 September 2017 [49].
"""

from collections.abc import Iterator
from typing import Final

from interlocal.documents.formats.document import Block, Facts, Letterhead, Paragraph, Signature, Text, text
from interlocal.documents.papers import honorifics, wording
from interlocal.documents.papers import invitation_letter_told as told
from interlocal.documents.papers.invitation_letter_told import GAP, Letter, filled
from interlocal.documents.papers.wording import plain
from interlocal.ground.tongues import ZH

LABELS: Final = {
    "event": "活动名称",
    "purpose": "访问目的",
    "days": "访问日期",
    "stay": "停留期限",
    "place": "访问地点",
    "many": "邀请人数",
    "costs": "费用承担",
    "duty": "邀请方责任",
    "agency": "邀请方式",
    "due": "回复期限",
}
# What a filing cannot do without: where the record does not know it, there is room to write it.
_ASKED: Final = ("purpose", "days", "stay", "costs")
ANNEX: Final = "附件{number}"
ANNEXES: Final = {"people": "被邀请人员名单", "terms": "邀请事项", "agenda": "日程安排"}
HEADS: Final = ("序号", "姓名", "拼音／罗马字", "职务", "工作单位")
TERMS: Final = LABELS
DUTY: Final = "我方负责访问期间的活动安排与联络工作，并对本邀请函内容的真实性负责。"
NO_AGENCY: Final = "由我方直接向贵方发出，未通过任何中介机构。"


def letter(one: Letter) -> Iterator[Block]:
    yield Letterhead(told.host(one), told.letterhead_lines(one))
    yield Paragraph(text("邀 请 函", ZH, "large"), "centre")
    yield Paragraph(to(one))
    yield Paragraph(_invites(one))
    yield Paragraph(text("　　现将有关事项函告如下：", ZH))
    yield Facts(told.rows(one, LABELS, values(one)))
    if one.annexes:
        listed = "；".join(
            f"{ANNEX.format(number=at)}：{ANNEXES[key]}" for at, key in enumerate(one.annexes, start=1)
        )
        yield Paragraph(text(f"　　{listed}。", ZH))
    yield Paragraph(text("　　此致\n敬礼！", ZH))
    yield signature(one)


def signature(one: Letter) -> Signature:
    """By hand, above the name and the post; below them who invites."""
    name, post = told.signer_name(one), told.signer_post(one)
    lines = (
        filled("签字人：{name}", ZH, name=name or text(GAP, ZH)),
        filled("职务：{post}", ZH, post=post or text(GAP, ZH)),
        filled("{host}（盖章）", ZH, host=told.host(one)),
    )
    return Signature(text(told.today(one), ZH), lines)


def values(one: Letter) -> dict[str, Text]:
    given = told.usual_values(one) | {
        "stay": _stay(one),
        "many": _many(one),
        "duty": text(DUTY, ZH),
        "agency": text(NO_AGENCY, ZH),
    }
    return given | {key: text(GAP, ZH) for key in _ASKED if not plain(given[key])}


def to(one: Letter) -> Text:
    """The office with the post in full, then the name: 尊敬的欧阳思远副主任：."""
    if one.to:
        post = wording.local(one.to.post, ZH)
        return filled(
            "{post}\n{name}", ZH, post=post or told.body(one), name=honorifics.salutation(one.to, ZH)
        )
    contact = text(one.delegation.contact_name, ZH)
    return filled("{body}\n{who}：", ZH, body=told.body(one), who=contact) if contact else _office(one)


def _office(one: Letter) -> Text:
    return filled("{body}：", ZH, body=told.body(one))


def _invites(one: Letter) -> Text:
    whom = "诚挚邀请您" if one.person else "诚挚邀请您率团" if one.to else "诚挚邀请贵方派代表团"
    return filled(
        "　　{host}谨此" + whom + "于{days}赴{place}出席“{event}”，停留{stay}。",
        ZH,
        host=told.host(one),
        days=values(one)["days"],
        place=told.place(one),
        event=told.event(one),
        stay=text(told.stay(one), ZH),
    )


def _stay(one: Letter) -> Text:
    return text(f"{told.stay(one)}（含首末两日）" if told.length(one.facts) > 1 else told.stay(one), ZH)


def _many(one: Letter) -> Text:
    many = told.many(one)
    if not one.people:
        return text(f"不超过{many}" if many else "", ZH)
    return text(f"{many}（名单见附件1）" if "people" in one.annexes else many, ZH)
