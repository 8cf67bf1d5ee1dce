"""A letter of invitation as Japanese offices write it: 拝啓 … 敬具, 記 … 以上."""

from collections.abc import Iterator
from typing import Final

from interlocal.documents.formats.document import Block, Facts, Letterhead, Paragraph, Text, text
from interlocal.documents.papers import honorifics
from interlocal.documents.papers import invitation_letter_told as told
from interlocal.documents.papers.invitation_letter_told import Letter, filled
from interlocal.documents.papers.wording import plain
from interlocal.ground.tongues import JA

LABELS: Final = {
    "event": "名称",
    "purpose": "目的",
    "days": "期間",
    "place": "場所",
    "many": "ご招待人数",
    "costs": "費用の負担",
    "due": "ご回答の期限",
}
ANNEX: Final = "別紙{number}"
ANNEXES: Final = {"people": "招待者名簿", "terms": "招待の内容", "agenda": "日程表"}
HEADS: Final = ("番号", "氏名", "ローマ字表記", "職名", "所属")
TERMS: Final = LABELS | {"stay": "滞在日数"}
_DIGITS: Final = str.maketrans("0123456789", "０１２３４５６７８９")


def letter(one: Letter) -> Iterator[Block]:
    yield Letterhead(told.host(one), told.letterhead_lines(one))
    yield Paragraph(text(told.today(one), JA), "right")
    yield Paragraph(to(one))
    yield Paragraph(_sender(one), "right")
    yield Paragraph(text("　", JA))
    title = filled("「{event}」へのご招待について", JA, event=told.event(one))
    yield Paragraph(tuple(type(run)(run.text, run.lang, run.style or "large") for run in title), "centre")
    yield Paragraph(text("拝啓　時下ますますご清栄のこととお慶び申し上げます。", JA))
    yield from _said(one)
    yield Paragraph(text("敬具", JA), "right")
    yield Paragraph(text("記", JA), "centre")
    rows = told.rows(one, LABELS, told.usual_values(one) | {"many": _many(one)})
    yield Facts(
        tuple(
            ((*text(f"{str(at).translate(_DIGITS)}　", JA), *name), said)
            for at, (name, said) in enumerate(rows, start=1)
        )
    )
    if one.annexes:
        listed = "\n".join(
            f"{ANNEX.format(number=str(at).translate(_DIGITS))}　{ANNEXES[key]}"
            for at, key in enumerate(one.annexes, start=1)
        )
        yield Paragraph(text(listed, JA))
    yield Paragraph(text("以上", JA), "right")


def _said(one: Letter) -> Iterator[Block]:
    whom = (
        "ぜひご臨席を賜りたく、ここにご招待申し上げます。"
        if one.person
        else "貴団体より代表団をご派遣いただきたく、ここにご招待申し上げます。"
    )
    yield Paragraph(
        filled(
            "　さて、このたび、下記のとおり「{event}」を開催する運びとなりました。つきましては、" + whom,
            JA,
            event=told.event(one),
        )
    )
    due = f"{told.due(one)}までに" if one.delegation.due_on else "お早めに"
    asked = "ご出席の可否" if one.people else "ご出席の可否およびご出席者の氏名"
    yield Paragraph(
        text(
            f"　ご多用のところ誠に恐縮に存じますが、{asked}につきまして、{due}ご回答くださいますようお願い申し上げます。",
            JA,
        )
    )


def to(one: Letter) -> Text:
    """鳥取県知事　髙橋 惣右衛門 様, else the office: 江蘇省　ご担当者 様, 江蘇省 御中."""
    if one.to:
        called = honorifics.salutation(one.to, JA)
        said_by_post = one.to.post is not None and "ja" in one.to.post.versions
        return called if said_by_post else (*told.body(one), *text("\n", JA), *called)
    if one.delegation.contact_name:
        return filled("{body}\n{who}　様", JA, body=told.body(one), who=text(one.delegation.contact_name, JA))
    return honorifics.envelope_body(told.body(one), JA)


def _many(one: Letter) -> Text:
    many = told.many(one)
    return text(many if one.people or not many else f"代表{many}以内", JA)


def _sender(one: Letter) -> Text:
    post, name = told.signer_post(one), told.signer_name(one)
    if not plain(name):
        return post or told.host(one)
    return filled("{post}　{name}", JA, post=post or told.host(one), name=name)
