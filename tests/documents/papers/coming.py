"""Who comes: five delegations, names that are hard to set, and crowds of any size."""

from collections.abc import Iterator
from dataclasses import replace

from interlocal.arrangements.rules.facts import Delegation, Helper
from interlocal.ground.texts import Shown, localised
from tests.documents.papers.making import delegation, name, person, words


def _gyeongbuk() -> Delegation:
    people = (
        person(
            "p-namgung",
            "南宮",
            "敏秀",
            latin=("Namgung", "Minsu"),
            reading=("남궁", "민수"),
            post=words("경상북도지사", "慶尚北道知事", "庆尚北道知事", "Governor of Gyeongsangbuk-do"),
            part="head",
            grade="head",
        ),
        person(
            "p-kim",
            "김",
            "민지",
            latin=("Kim", "Minji"),
            post=words(
                "국제관계과장", "国際関係課長", "国际关系科科长", "Director, International Relations Division"
            ),
            part="deputy",
            grade="director",
            languages=("ja",),
        ),
        person(
            "p-jegal",
            "제갈",
            "하늘",
            latin=("Jegal", "Haneul"),
            latin_is_generated=True,
            post=words("주무관"),
            part="staff",
            grade="officer",
        ),
    )
    helpers = (Helper("officer", "박서준", "", "ko ja", "+82-10-0000-1111"),)
    return delegation(
        "gyeongbuk",
        name("경상북도", "慶尚北道", "庆尚北道", "Gyeongsangbuk-do"),
        "KR",
        people,
        is_host=True,
        helpers=helpers,
        invited_language="ko",
    )


def _tottori() -> Delegation:
    people = (
        person(
            "p-takahashi",
            "髙橋",
            "惣右衛門",
            "ja",
            latin=("Takahashi", "Soemon"),
            reading=("たかはし", "そうえもん"),
            post=localised(
                "ja", {"ja": "鳥取県知事", "ko": "돗토리현 지사", "en": "Governor of Tottori Prefecture"}
            ),
            part="head",
            grade="head",
        ),
        person(
            "p-okazaki",
            "岡﨑",
            "美咲",
            "ja",
            latin=("Okazaki", "Misaki"),
            reading=("おかざき", "みさき"),
            reading_is_generated=True,
            latin_is_generated=True,
            post=localised("ja", {"ja": "輝く鳥取創造本部交流推進課課長補佐（国際交流担当）"}),
            grade="deputy_director",
        ),
        person(
            "p-sato",
            "佐藤",
            "太郎",
            "ja",
            latin=("Sato", "Taro"),
            reading=("さとう", "たろう"),
            post=localised("ja", {"ja": "主事", "en": "Officer"}),
            part="interpreter",
            languages=("ko",),
        ),
    )
    helpers = (Helper("interpreter", "이서연", "イ・ソヨン", "ko ja", "+82-10-0000-2222"),)
    names = name("돗토리현", "鳥取県", "鸟取县", "Tottori Prefecture")
    return delegation("tottori", names, "JP", people, helpers=helpers, invited_language="ja")


def _jiangsu() -> Delegation:
    people = (
        person(
            "p-ouyang",
            "欧阳",
            "思远",
            "zh-Hans",
            latin=("Ouyang", "Siyuan"),
            reading=("Ouyang", "Siyuan"),
            post=localised(
                "zh-Hans", {"zh-Hans": "江苏省人民政府外事办公室副主任", "en": "Deputy Director-General"}
            ),
            part="head",
            grade="director_general",
        ),
        person(
            "p-abdu",
            "",
            "阿卜杜热合曼·买买提江",
            "zh-Hans",
            latin=("", "Abdurahman Memetjan"),
            post=localised("zh-Hans", {"zh-Hans": "亚洲处处长"}),
            grade="director",
        ),
    )
    names = name("장쑤성", "江蘇省", "江苏省", "Jiangsu Province")
    return delegation("jiangsu", names, "CN", people, invited_language="zh-Hans", letter="苏外〔2027〕12号")


def _clair() -> Delegation:
    people = (
        person(
            "p-fitzgerald",
            "Fitzgerald-Montgomery",
            "Alexandra",
            "en",
            post=localised("en", {"en": "Assistant Director"}),
            languages=("ja", "ko"),
        ),
    )
    names = name(
        "일본자치체국제화협회 서울사무소",
        "自治体国際化協会ソウル事務所",
        "日本自治体国际化协会首尔事务所",
        "CLAIR Seoul",
    )
    return delegation("clair-seoul", names, "JP", people, invited_language="ja")


def _near() -> Delegation:
    names = name(
        "동북아시아지방정부연합 사무국",
        "北東アジア地域自治体連合事務局",
        "东北亚地区地方政府联合会秘书处",
        "NEAR Secretariat",
    )
    return delegation("near", names, "KR", (), headcount=3, contact_name="사무국 담당")


def _numbered(delegations: tuple[Delegation, ...]) -> Iterator[Delegation]:
    number = 0
    for place, one in enumerate(delegations, start=1):
        people = tuple(replace(who, number=number + at) for at, who in enumerate(one.people, start=1))
        number += len(people)
        yield replace(one, number=place, people=people)


_CROWDS = (
    ("ko", "KR", "경상북도", "김이박최정강조윤장임", "민서지현수아준호예은", ("Kim", "Minseo")),
    ("ja", "JP", "鳥取県", "森林原辻堀岡谷東西南", "大輔美咲健太陽菜翔子", ("Mori", "Daisuke")),
    ("zh-Hans", "CN", "江苏省", "王李张刘陈杨赵黄周吴", "伟芳秀英娜敏静丽强磊", ("Wang", "Weifang")),
)


def crowd(place: int, before: int, size: int) -> Delegation:
    language, country, called, families, givens, latin = _CROWDS[place % 3]
    body = f"body-{place}"
    people = tuple(
        person(
            f"p-{before + at}",
            families[at % 10],
            givens[at % 10] + givens[(at + place) % 10],
            language,
            number=before + at,
            within=at,
            body=body,
            latin=latin,
            reading=("もり", "だいすけ") if language == "ja" else ("", ""),
            post=localised(
                language, {language: "課長" if language == "ja" else "과장" if language == "ko" else "处长"}
            ),
            part="head" if at == 1 else "member",
        )
        for at in range(1, size + 1)
    )
    names = {lang: Shown(f"{called} {place}", language) for lang in ("ko", "ja", "zh-Hans", "en")}
    return Delegation(
        body=body, name=names, country=country, number=place, is_host=place == 1, people=people, helpers=()
    )


DELEGATIONS = tuple(_numbered((_gyeongbuk(), _tottori(), _jiangsu(), _clair(), _near())))
