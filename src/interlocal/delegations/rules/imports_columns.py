"""Which column of a list is what, by its heading in four languages. A person sees the choice and corrects it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.languages.folding import fold

# What a column can be taken for.
TARGETS: Final[Mapping[str, Any]] = {
    "name": _("Name, family and given in one"),
    "family": _("Family name"),
    "given": _("Given name"),
    "latin": _("Name in Latin letters, in one"),
    "latin_family": _("Family name in Latin letters"),
    "latin_given": _("Given name in Latin letters"),
    "reading": _("Reading of the name, in one"),
    "reading_family": _("Reading of the family name"),
    "reading_given": _("Reading of the given name"),
    "office": _("Department, put before the post"),
    "post": _("Post"),
    "post_ko": _("Post in Korean"),
    "post_ja": _("Post in Japanese"),
    "post_zh": _("Post in Chinese"),
    "post_en": _("Post in English"),
    "part": pgettext_lazy("of a delegate", "Comes as"),
    "grade": _("Grade"),
    "post_since": _("In this post since"),
    "language": _("Language for letters and the personal page"),
    "languages": _("Languages spoken"),
    "email": _("e-mail"),
    "phone": _("mobile phone"),
    "key": _("Key of an earlier export"),
}
NAMES: Final = ("name", "family", "given", "latin", "latin_family", "latin_given")
CONTACTS: Final = ("email", "phone")
# In how many of the first rows headings are looked for: lists have titles above.
DEEPEST: Final = 10

_WORDS: Final = {
    "name": "성명 이름 성함 성명(한글) 한글명 국문명 氏名 名前 お名前 参加者氏名 姓名 名字 name fullname participantname nameofparticipant nameofdelegate",
    "family": "성 성씨 姓 苗字 氏 familyname family surname lastname",
    "given": "명 名 givenname given firstname forename",
    "latin": "영문 영문명 로마자 로마자명 여권명 여권성명 ローマ字 英字 英文 英文名 拼音 罗马字 护照姓名 passportname nameinpassport namespelledasinpassport nameasinpassport romaji romanizedname",
    "reading": "발음 독음 읽기 ふりがな フリガナ かな よみ 読み よみがな 读音 reading kana pronunciation",
    "reading_family": "セイ せい",
    "reading_given": "メイ めい",
    "office": "소속 소속기관 기관 기관명 부서 소속부서 所属 所属部署 所属部局 部署 部署名 部局 単位 单位 工作单位 部门 所在单位 office department division bureau affiliation organization organisation agency",
    "post": "직위 직책 직함 직위직책 직책직위 役職 役職名 職名 肩書 肩書き 职务 职位 职称 头衔 title post position jobtitle designation officialtitle",
    "part": "역할 구분 참가구분 참석구분 자격 役割 区分 参加区分 身份 角色 参会身份 role part capacity category comesas",
    "grade": "직급 급 등급 級 職級 职级 级别 grade rank",
    "post_since": "취임일 임용일 보임일 就任日 着任日 任职日期 任职时间 inthispostsince inpostsince since appointedon dateinpost",
    "language": "언어 연락언어 사용언어 言語 使用言語 语言 language preferredlanguage languageofcorrespondence",
    "languages": "구사언어 가능언어 외국어 話せる言語 対応言語 会话语言 掌握语言 languages languagesspoken spokenlanguages",
    "email": "이메일 이메일주소 전자우편 메일 메일주소 email emailaddress mail メール メールアドレス eメール 邮箱 电子邮件 电子邮箱",
    "phone": "전화 전화번호 휴대전화 휴대전화번호 휴대폰 핸드폰 연락처 phone phonenumber tel telephone mobile mobilephone 携帯 携帯電話 携帯番号 電話 電話番号 手机 手机号 手机号码 电话 联系电话",
    "key": "key id 식별자 識別子 标识 标识符",
}  # fmt: skip
_QUALIFIERS: Final = {
    "latin": "영문 영어 로마자 알파벳 여권 여권상 여권영문 영문여권 여권상영문 영문표기 여권표기 英文 英語 英语 ローマ字 英字 アルファベット 拼音 罗马字 护照 护照拼音 旅券 パスポート パスポート表記 english inenglish latin inlatin inlatinletters latinletters roman romanized romanised passport inpassport asinpassport aspassport aspassports romaji pinyin",
    "own": "한글 국문 한국어 漢字 日本語 中文 日文 韩文 原文 native inownscript ownscript local original",
    "reading": "발음 독음 읽기 ふりがな フリガナ カナ かな よみ 読み よみがな ヨミガナ 读音 reading kana phonetic pronunciation",
}
_TONGUES: Final = {"한국어": "ko", "국문": "ko", "한글": "ko", "日本語": "ja", "日文": "ja", "中文": "zh", "중국어": "zh", "일본어": "ja", "중문": "zh", "일문": "ja", "韓国語": "ko", "韩文": "ko", "中国語": "zh", "korean": "ko", "japanese": "ja", "chinese": "zh"}  # fmt: skip
# What is said of a heading and not of its column.
_ASIDE: Final = re.compile(
    r"필수|선택|必須|必填|任意|required|optional|記入例.*|예[:：].*|e\.g\..*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Headings:
    """`line` is the row of the headings (-1: there are none), `depth` how many rows they take; `columns` by number."""

    line: int
    depth: int
    columns: Mapping[int, str]


def target_of(heading: str) -> str:
    """What a heading calls its column; "" for one not known here."""
    plain = fold(_ASIDE.sub("", heading))
    if plain in _TARGET_OF:
        return _TARGET_OF[plain]
    for cut in range(1, len(plain)):
        for base, qualifier in ((plain[:cut], plain[cut:]), (plain[cut:], plain[:cut])):
            if found := _qualified(_TARGET_OF.get(base, ""), qualifier):
                return found
    return ""


def matched(labels: Sequence[str]) -> dict[int, str]:
    """What each column is; the first of two that are the same counts."""
    columns: dict[int, str] = {}
    for number, label in enumerate(labels):
        target = target_of(label)
        if target and target not in columns.values():
            columns[number] = target
    return _with_given(columns)


def headings_of(
    rows: Sequence[Sequence[str]], *, merged: frozenset[tuple[int, int]] = frozenset()
) -> Headings:
    """The row most of whose cells are headings; two rows where merged headings stand above others."""
    found = [Headings(line, 1, matched(row)) for line, row in enumerate(rows[:DEEPEST])]
    found += [
        Headings(line, 2, matched(_joined(rows[line], rows[line + 1])))
        for line in range(min(len(rows), DEEPEST) - 1)
        if any(at in (line, line + 1) for at, _column in merged)
    ]
    best = max(found, key=_worth, default=None)
    return best if best and best.columns else Headings(0, 1, {})


def _worth(headings: Headings) -> tuple[bool, int, int, int]:
    columns = headings.columns.values()
    return any(name in columns for name in NAMES), len(columns), -headings.depth, -headings.line


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    return [
        first if first == second else f"{first} {second}" for first, second in zip(above, below, strict=True)
    ]


def _with_given(columns: dict[int, str]) -> dict[int, str]:
    """Beside a column of family names, "name" is the given one."""
    for one, family, given in (
        ("name", "family", "given"),
        ("latin", "latin_family", "latin_given"),
        ("reading", "reading_family", "reading_given"),
    ):
        if family in columns.values() and given not in columns.values():
            columns = {number: given if target == one else target for number, target in columns.items()}
    return columns


def _qualified(base: str, qualifier: str) -> str:
    if base == "post" and qualifier in _TONGUE_OF:
        return f"post_{_TONGUE_OF[qualifier]}"
    manner = _MANNER_OF.get(qualifier, "")
    if base == "post":
        return {"latin": "post_en", "own": "post"}.get(manner, "")
    if base not in ("name", "family", "given") or not manner:
        return ""
    if manner == "own":
        return base
    return manner if base == "name" else f"{manner}_{base}"


def _table(words: Mapping[str, str]) -> dict[str, str]:
    return {fold(word): target for target, said in words.items() for word in said.split()}


_TARGET_OF: Final = _table(_WORDS)
_MANNER_OF: Final = _table(_QUALIFIERS)
_TONGUE_OF: Final = {fold(word): tongue for word, tongue in _TONGUES.items()}
