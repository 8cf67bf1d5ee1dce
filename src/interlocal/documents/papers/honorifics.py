"""How people are addressed on paper, by the custom of the language of the paper.

Nothing here asks or guesses a person's sex: Chinese takes the post as the address (局长), and where no post is known both
先生/女士 as forms print it; English leaves Mr and Ms out. Korean and Japanese need no sex (님, 様).
"""

import re
from typing import Final

from interlocal.arrangements.rules.facts import Person
from interlocal.documents.formats.document import Run, Text, text
from interlocal.documents.papers import names, wording
from interlocal.documents.papers.wording import plain
from interlocal.ground.tongues import EN, JA, KO, ZH

# What a title ends with when it can be said behind a name; longer ones first, so that 부지사 is not a 지사.
_KO: Final = (
    "부지사 지사 부시장 시장 부군수 군수 부구청장 구청장 부교육감 교육감 국제관계대사 대사 총영사 부총영사 영사 차관보 차관 장관 "
    "사무총장 사무국장 사무처장 본부장 기획관 담당관 협력관 국장 실장 단장 부단장 과장 팀장 계장 처장 소장 원장 관장 센터장 "
    "부의장 의장 의원 부위원장 위원장 부회장 회장 이사장 이사 대표 총장 교수 연구위원 서기관 사무관 주무관 서기 주임 비서관 비서"
)
_ZH: Final = (
    "副省长 省长 副市长 市长 副县长 县长 副区长 区长 副州长 州长 副主任 主任 副局长 局长 副处长 处长 副科长 科长 副司长 司长 副部长 部长 "
    "副秘书长 秘书长 副会长 会长 副主席 主席 副书记 书记 副所长 所长 副院长 院长 总领事 副总领事 领事 大使 参赞 副校长 校长 副团长 团长 "
    "副总干事 总干事 知事 副知事 议长 副议长 科员 调研员 专员 教授"
)
_EN: Final = (
    "Vice Governor",
    "Governor",
    "Vice Mayor",
    "Deputy Mayor",
    "Mayor",
    "Ambassador",
    "Consul General",
    "Consul-General",
    "Deputy Director-General",
    "Director-General",
    "Deputy Director",
    "Director",
    "Secretary-General",
    "Speaker",
    "Minister",
    "Professor",
)
_BOTH: Final = "先生/女士"


def _ending(titles: str) -> re.Pattern[str]:
    longest_first = sorted(set(titles.split()), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(longest_first)})$")


_TITLES: Final = {KO: _ending(_KO), ZH: _ending(_ZH)}


def title(person: Person, tongue: str) -> str:
    """The post as it is said with the name, in this very language: 과장, 副主任, Governor. Empty where it cannot be."""
    post = _post(person, tongue)
    if tongue == EN:
        return next((one for one in _EN if re.match(rf"{one}\b", post)), "")
    found = _TITLES[tongue].search(post) if tongue in _TITLES else None
    return found[0] if found else ""


def address(person: Person, tongue: str) -> Text:
    """A person spoken to or of with respect: 김민지 과장님, 佐藤 太郎 様, 欧阳思远副主任, Governor SATO Taro."""
    said, post = _name(person, tongue), title(person, tongue)
    if tongue == KO:
        return _with(said, f" {post}님" if post else " 님", KO)
    if tongue == JA:
        return _with(said, " 様", JA)
    if tongue == ZH:
        return _with(said, post or _BOTH, ZH)
    return (Run(f"{post} ", EN), *said) if post else said


def salutation(person: Person, tongue: str) -> Text:
    """The first line of a letter. Japanese letters have the post before the name, and no comma."""
    if tongue == KO:
        return (Run("존경하는 ", KO), *address(person, KO), Run("께", KO))
    if tongue == JA:
        post = _post(person, JA)
        return (*text(f"{post}　" if post else "", JA), *address(person, JA))
    if tongue == ZH:
        return (Run("尊敬的", ZH), *address(person, ZH), Run("：", ZH))
    return (Run("Dear ", EN), *address(person, EN), Run(",", EN))


def envelope(person: Person, tongue: str) -> Text:
    """The line of an envelope with the name: 김민지 귀하, 佐藤 太郎 様, 欧阳思远副主任（收）, KIM Minji."""
    if tongue == KO:
        return _with(_name(person, KO), " 귀하", KO)
    if tongue == ZH:
        return _with(address(person, ZH), "（收）", ZH)
    return _name(person, EN) if tongue == EN else address(person, tongue)


def envelope_body(name: Text, tongue: str) -> Text:
    """The line of an envelope with a government or office: 경상북도 귀중, 鳥取県 御中, 江苏省外事办公室（收）."""
    after = {KO: " 귀중", JA: " 御中", ZH: "（收）"}.get(tongue, "")
    return _with(name, after, tongue) if after else name


def _post(person: Person, tongue: str) -> str:
    if person.post is None or not wording.has(person.post, tongue):
        return ""
    return person.post.shown(tongue).text.strip()


def _name(person: Person, tongue: str) -> Text:
    """Alone, without what it is in other scripts; unmarked, for nobody is addressed with a footnote."""
    # Names in Latin letters keep their own order in a greeting, Chinese ones their characters in a Japanese letter.
    if person.script_language == EN or (tongue == JA and person.script_language in (ZH, "zh-Hant")):
        return names.own(person)
    return names.without_marks(names.in_language(person, tongue, own_too=False)) or names.own(person)


def _with(said: Text, after: str, tongue: str) -> Text:
    return (*said, Run(after, tongue)) if plain(said) else ()
