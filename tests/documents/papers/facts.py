"""A small fixed edition as papers see it, without a database: two days in Gyeongju, five delegations, names that are hard to set."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from interlocal.arrangements.rules.facts import (
    Contact,
    Delegation,
    Facts,
    Helper,
    Host,
    Named,
    Person,
    Placed,
    Said,
    SeatingFacts,
    Spent,
    Taken,
)
from interlocal.arrangements.rules.sheets import Sheet, SheetItem, SheetResource, SheetSite, SheetTrack
from interlocal.ground.texts import Localised, Shown, localised

ONE, TWO = date(2027, 6, 2), date(2027, 6, 3)
SEOUL = "Asia/Seoul"


def facts(**changes: Any) -> Facts:
    """Work in progress, printed on 23 November 2026. `changes` are fields of Facts."""
    return replace(_FACTS, **changes)


def released(found: Facts | None = None, number: int = 3) -> Facts:
    """The same as version `number`, let out on 20 May 2027."""
    found = found or _FACTS
    sheet = replace(found.sheet, number=number, released_at=datetime(2027, 5, 20, 0, 30, tzinfo=UTC))
    return replace(found, sheet=sheet)


def contacts(found: Facts | None = None) -> tuple[Contact, ...]:
    """Contact data of everybody, as an actor gets them who may read it."""
    people = (found or _FACTS).people()
    return tuple(Contact(one.key, f"{one.key}@example.org", f"+82-54-000-{one.number:04}") for one in people)


def big(people: int = 1000) -> Facts:
    """So many people in delegations of twenty, from the three countries in turn."""
    delegations, number = [], 0
    for place, start in enumerate(range(0, people, 20), start=1):
        size = min(20, people - start)
        delegations.append(_crowd(place, number, size))
        number += size
    return replace(_FACTS, delegations=tuple(delegations), placed=(), seatings=())


def words(ko: str, ja: str = "", zh: str = "", en: str = "") -> Localised:
    """A text first written in Korean."""
    said = {"ko": ko, "ja": ja, "zh-Hans": zh, "en": en}
    return localised("ko", {lang: text for lang, text in said.items() if text})


def name(ko: str, ja: str, zh: str, en: str) -> Named:
    return {lang: Shown(text, lang) for lang, text in (("ko", ko), ("ja", ja), ("zh-Hans", zh), ("en", en))}


def person(key: str, family: str = "", given: str = "", language: str = "ko", **rest: Any) -> Person:
    """A delegate; `latin` and `reading` are (family, given) pairs."""
    latin, reading = rest.pop("latin", ("", "")), rest.pop("reading", ("", ""))
    values: dict[str, Any] = {
        "number": 1,
        "within": 1,
        "body": "gyeongbuk",
        "post": None,
        "part": "member",
        "grade": "other",
        "language": "en" if language == "en" else language,
        "languages": (),
        "latin_is_generated": False,
        "reading_is_generated": False,
        "script_language": language,
    }
    return Person(
        key=key,
        family=family,
        given=given,
        latin_family=latin[0],
        latin_given=latin[1],
        reading_family=reading[0],
        reading_given=reading[1],
        **values | rest,
    )


def picture(width: int = 48, height: int = 32) -> bytes:
    """A plain blue PNG."""
    rows = (b"\x00" + b"\x0b\x3d\x78" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def at(on: date, hour: str, zone: str = SEOUL) -> datetime:
    return datetime.combine(on, datetime.strptime(hour, "%H:%M").time(), ZoneInfo(zone))  # noqa: DTZ007


def item(id: int, kind: str, title: Localised, on: date, hours: str = "", **rest: Any) -> SheetItem:  # noqa: A002
    """`hours` as "09:00-10:00"; `ends_on` and `ends_zone` where they differ."""
    starts, _, ends = hours.partition("-")
    ends_on, ends_zone = rest.pop("ends_on", on), rest.pop("ends_zone", SEOUL)
    return SheetItem(
        id=id,
        kind=kind,
        state=rest.pop("state", "planned"),
        title=title,
        on=on,
        starts=at(on, starts) if starts else None,
        ends=at(ends_on, ends, ends_zone) if ends else None,
        zone=SEOUL,
        ends_zone=ends_zone,
        **rest,
    )


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
    return _delegation(
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
    return _delegation("tottori", names, "JP", people, helpers=helpers, invited_language="ja")


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
    return _delegation("jiangsu", names, "CN", people, invited_language="zh-Hans", letter="苏外〔2027〕12号")


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
    return _delegation("clair-seoul", names, "JP", people, invited_language="ja")


def _near() -> Delegation:
    names = name(
        "동북아시아지방정부연합 사무국",
        "北東アジア地域自治体連合事務局",
        "东北亚地区地方政府联合会秘书处",
        "NEAR Secretariat",
    )
    return _delegation("near", names, "KR", (), headcount=3, contact_name="사무국 담당")


def _delegation(body: str, names: Named, country: str, people: tuple[Person, ...], **rest: Any) -> Delegation:
    placed = tuple(replace(one, body=body, within=at) for at, one in enumerate(people, start=1))
    rest = {"is_host": False, "helpers": (), "quota": 5, "due_on": date(2027, 4, 30)} | rest
    return Delegation(body=body, name=names, country=country, number=0, people=placed, **rest)


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


def _crowd(place: int, before: int, size: int) -> Delegation:
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


_SITES = (
    SheetSite(
        "hico",
        words(
            "경주화백컨벤션센터", "慶州ファベクコンベンションセンター", "庆州HICO会展中心", "Gyeongju HICO"
        ),
        words(
            "경상북도 경주시 보문로 507",
            "慶尚北道慶州市普門路507",
            "庆尚北道庆州市普门路507号",
            "507 Bomun-ro, Gyeongju-si",
        ),
        129.2871,
        35.8423,
        phone="+82-54-702-1000",
    ),
    SheetSite(
        "bulguksa",
        words("불국사", "仏国寺", "佛国寺", "Bulguksa Temple"),
        words("경주시 불국로 385"),
        129.332,
        35.7901,
    ),
    SheetSite(
        "hotel", words("라한셀렉트 경주", "ラハンセレクト慶州", "庆州拉汉精选酒店", "Lahan Select Gyeongju")
    ),
)
_RESOURCES = (
    SheetResource(
        1,
        "room",
        words("3층 컨퍼런스홀", "3階カンファレンスホール", "三层会议厅", "Conference hall, 3F"),
        200,
        site="hico",
    ),
    SheetResource(2, "vehicle", words("1호차", "1号車", "1号车", "Bus 1"), 4),
    SheetResource(3, "vehicle", words("2호차", "2号車", "2号车", "Bus 2"), 40),
    SheetResource(
        4,
        "interpreter",
        words("이서연", "イ・ソヨン", "", "LEE Seoyeon"),
        languages=("ko", "ja"),
        reading="イ・ソヨン",
    ),
    SheetResource(5, "interpreter", words("왕리", "", "王丽", "WANG Li"), languages=("ko", "zh-Hans")),
    SheetResource(6, "officer", words("박서준", "", "", "PARK Seojun")),
    SheetResource(7, "table", words("1번 테이블", "1番テーブル", "1号桌", "Table 1"), 8),
    SheetResource(8, "table", words("2번 테이블", "2番テーブル", "2号桌", "Table 2"), 8),
    SheetResource(9, "bedroom", words("1203호", "1203号室", "1203号房", "Room 1203"), 2, site="hotel"),
)
_ITEMS = (
    item(
        1,
        "ceremony",
        words("개회식", "開会式", "开幕式", "Opening ceremony"),
        ONE,
        "09:00-10:00",
        site="hico",
        speaking=("ko",),
        into=("ja", "zh-Hans"),
        resources=(1, 4, 5),
        note=words(
            "단체 사진 촬영이 있습니다.",
            "集合写真を撮影します。",
            "将拍摄合影。",
            "A group photograph will be taken.",
        ),
    ),
    item(
        2,
        "lecture",
        words(
            "지방소멸 대응 사례 강연",
            "人口減少対策の事例講演",
            "应对人口减少案例讲座",
            "Lecture: answers to population decline",
        ),
        ONE,
        "10:30-12:00",
        track=1,
        site="hico",
        speaking=("ja",),
        into=("ko",),
        resources=(4,),
        bring=words("명함, 노트북", "名刺、ノートパソコン", "名片、笔记本电脑", "Business cards, a laptop"),
        contact="박서준 +82-10-0000-1111",
    ),
    item(
        3,
        "visit",
        words("불국사 시찰", "仏国寺視察", "参观佛国寺", "Visit to Bulguksa Temple"),
        ONE,
        "10:30-12:00",
        track=2,
        site="bulguksa",
        bodies=("jiangsu",),
        resources=(3, 5),
        plan_b=words(
            "우천 시 국립경주박물관",
            "雨天時は国立慶州博物館",
            "雨天改为国立庆州博物馆",
            "In rain: Gyeongju National Museum",
        ),
    ),
    item(
        4,
        "meal",
        words("환영 오찬", "歓迎昼食会", "欢迎午餐会", "Welcome lunch"),
        ONE,
        "12:10-13:30",
        site="hotel",
        meal="lunch",
        resources=(7, 8),
    ),
    item(
        5,
        "courtesy_call",
        words(
            "외교부 차관 예방", "外交部次官表敬訪問", "拜会外交部次官", "Courtesy call on the Vice Minister"
        ),
        ONE,
        "14:00-14:30",
        state="sought",
        audience="heads",
        is_public=False,
        with_whom=words("외교부 차관", "外交部次官", "外交部次官", "Vice Minister of Foreign Affairs"),
    ),
    item(
        6,
        "transfer",
        words("호텔로 이동", "ホテルへ移動", "前往酒店", "Transfer to the hotel"),
        ONE,
        "16:00-16:50",
        site="hico",
        to_site="hotel",
        by="bus",
        resources=(2, 3, 6),
        is_public=False,
    ),
    item(
        7,
        "performance",
        words("월정교 야간 공연", "月精橋ナイト公演", "月精桥夜间演出", "Night performance at Woljeonggyo"),
        ONE,
        "23:00-01:00",
        ends_on=TWO,
        place=words("월정교", "月精橋", "月精桥", "Woljeonggyo Bridge"),
    ),
    item(8, "experience", words("자유 탐방", "自由見学", "自由参观", "Time of your own"), TWO),
    item(
        9,
        "transfer",
        words(
            "귀국 항공편(김해–상하이)",
            "帰国便（金海－上海）",
            "返程航班（金海—上海）",
            "Flight home, Gimhae–Shanghai",
        ),
        TWO,
        "18:30-19:50",
        ends_zone="Asia/Shanghai",
        by="plane",
        bodies=("jiangsu",),
        is_public=False,
    ),
)
_WORDS = (
    Said(
        "greeting",
        words("환영의 말씀", "歓迎のことば", "欢迎辞", "Welcome"),
        words(
            "경상북도를 찾아 주신 여러분을 진심으로 환영합니다.\n\n이틀 동안 서로의 경험을 나누시기 바랍니다.",
            "慶尚北道へようこそお越しくださいました。\n\n二日間、互いの経験を分かち合いましょう。",
            "热烈欢迎各位来到庆尚北道。\n\n希望大家在两天里充分交流经验。",
            "A warm welcome to Gyeongsangbuk-do.\n\nMay these two days be a time to share what we have learnt.",
        ),
        words("경상북도지사", "慶尚北道知事", "庆尚北道知事", "Governor of Gyeongsangbuk-do"),
        "",
        None,
    ),
    Said(
        "speech",
        words("개회사", "開会の辞", "开幕词", "Opening speech"),
        words(
            "첫 문단입니다.\n\n둘째 문단입니다.",
            "第一段落です。\n\n第二段落です。",
            "第一段。\n\n第二段。",
            "First paragraph.\n\nSecond paragraph.",
        ),
        words("경상북도지사", "慶尚北道知事", "庆尚北道知事", "Governor of Gyeongsangbuk-do"),
        "",
        1,
    ),
    Said(
        "statement",
        words("공동성명", "共同声明", "共同声明", "Joint statement"),
        words(
            "1. 청소년 교류를 확대한다.",
            "1．青少年交流を拡大する。",
            "一、扩大青少年交流。",
            "1. Youth exchange shall be widened.",
        ),
        None,
        "",
        None,
    ),
    Said("phrase", words("감사합니다", "ありがとうございます", "谢谢", "Thank you"), None, None, "", None),
    Said(
        "phrase",
        words("화장실이 어디입니까?", "お手洗いはどこですか。", "洗手间在哪里？", "Where is the restroom?"),
        None,
        None,
        "",
        None,
    ),
    Said("emergency", words("응급 구조", "救急", "急救", "Ambulance"), None, None, "119", None),
    Said(
        "purpose",
        None,
        words(
            "지방정부 협력 강화",
            "地方政府間の協力強化",
            "加强地方政府合作",
            "To strengthen cooperation of local governments",
        ),
        None,
        "",
        None,
    ),
    Said(
        "costs",
        None,
        words(
            "숙식은 주최 측이 부담함",
            "宿泊・食事は主催者が負担",
            "食宿由主办方承担",
            "The host pays board and lodging",
        ),
        None,
        "",
        None,
    ),
    Said(
        "activity",
        words("주요 활동", "主な活動", "主要活动", "Main activity"),
        words("사례를 공유함", "事例を共有した", "交流案例", "Cases were shared"),
        None,
        "",
        2,
    ),
    Said(
        "follow_up",
        None,
        words("실무 협의 개최", "実務協議を開く", "举行工作磋商", "Hold working talks"),
        None,
        "",
        None,
    ),
    Said(
        "implication",
        None,
        words(
            "청년 정착 지원 검토",
            "若者の定住支援を検討",
            "研究支持青年定居",
            "Consider support for young settlers",
        ),
        None,
        "",
        None,
    ),
)
_FACTS = Facts(
    sheet=Sheet(
        slug="workshop-2027",
        name=words(
            "제27회 한중일 지방정부 교류회의",
            "第27回日中韓地方政府交流会議",
            "第27届中日韩地方政府交流会议",
            "27th Korea–China–Japan Local Government Conference",
        ),
        place=words("경상북도 경주시", "慶尚北道慶州市", "庆尚北道庆州市", "Gyeongju, Gyeongsangbuk-do"),
        from_on=ONE,
        until_on=date(2027, 6, 4),
        timezone=SEOUL,
        language="ko",
        items=_ITEMS,
        sites=_SITES,
        resources=_RESOURCES,
        tracks=(
            SheetTrack(1, words("강연", "講演", "讲座", "Lectures")),
            SheetTrack(2, words("시찰", "視察", "考察", "Visits")),
        ),
    ),
    ordinal=27,
    series=name(
        "한중일 지방정부 교류회의",
        "日中韓地方政府交流会議",
        "中日韩地方政府交流会议",
        "Korea–China–Japan Local Government Conference",
    ),
    secretariat=Host(
        "garok",
        name(
            "대한민국시도지사협의회",
            "大韓民国市道知事協議会",
            "韩国市道知事协议会",
            "Governors Association of Korea",
        ),
        "KR",
    ),
    host=Host("gyeongbuk", name("경상북도", "慶尚北道", "庆尚北道", "Gyeongsangbuk-do"), "KR"),
    order_rule="host_first",
    order_language="ko",
    within_rule="rank",
    delegations=tuple(_numbered((_gyeongbuk(), _tottori(), _jiangsu(), _clair(), _near()))),
    placed=(
        Placed(2, 6, ("p-namgung", "p-takahashi", "p-okazaki", "p-sato")),
        Placed(3, 6, ("p-kim", "p-jegal", "p-ouyang", "p-abdu", "p-fitzgerald")),
        Placed(7, 4, ("p-namgung", "p-takahashi", "p-ouyang", "p-sato")),
        Placed(8, 4, ("p-kim", "p-okazaki", "p-abdu", "p-fitzgerald")),
        Placed(9, None, ("p-okazaki", "p-fitzgerald")),
    ),
    seatings=(
        SeatingFacts(
            1,
            words("개회식 좌석", "開会式の座席", "开幕式座次", "Seats at the opening"),
            1,
            "u",
            "host_guest",
            "from_door",
            {},
            (),
        ),
    ),
    words=_WORDS,
    costs=(
        Spent(words("숙박비", "宿泊費", "住宿费", "Lodging"), Decimal(4200000), "KRW", "14박"),
        Spent(words("임차료", "借上料", "租车费", "Vehicle hire"), None, "KRW", ""),
    ),
    photos=(
        Taken(picture(), "png", "개회식 단체 사진", words("개회식", "開会式", "开幕式", "The opening"), 1),
    ),
    contacts=(),
    diets=(),
    attended={},
    made_on=date(2026, 11, 23),
)
