"""Names in four languages, built from Han characters that all three countries use in names."""

from dataclasses import dataclass
from random import Random
from typing import Any

from interlocal.ground.texts import Localised, localised
from interlocal.ground.tongues import EN, JA, KO, ZH
from interlocal.registry.entries import NameEntry, PersonNameEntry
from interlocal.registry.kinds import NameKind


@dataclass(frozen=True, slots=True)
class Sign:
    """One character as written in Japan and in China, with its readings."""

    ja: str
    zh: str
    hangul: str
    kana: str
    korean: str
    japanese: str
    chinese: str


def _signs(table: str) -> tuple[Sign, ...]:
    return tuple(Sign(*line.split()) for line in table.strip().splitlines())


SIGNS = _signs("""
山 山 산 やま san yama shan
川 川 천 かわ cheon kawa chuan
海 海 해 うみ hae umi hai
江 江 강 え gang e jiang
南 南 남 みなみ nam minami nan
北 北 북 きた buk kita bei
東 东 동 ひがし dong higashi dong
西 西 서 にし seo nishi xi
金 金 금 かね geum kane jin
松 松 송 まつ song matsu song
竹 竹 죽 たけ juk take zhu
花 花 화 はな hwa hana hua
水 水 수 みず su mizu shui
石 石 석 いし seok ishi shi
田 田 전 た jeon ta tian
島 岛 도 しま do shima dao
原 原 원 はら won hara yuan
谷 谷 곡 たに gok tani gu
光 光 광 ひかり gwang hikari guang
青 青 청 あお cheong ao qing
白 白 백 しろ baek shiro bai
高 高 고 たか go taka gao
長 长 장 なが jang naga chang
平 平 평 ひら pyeong hira ping
安 安 안 やす an yasu an
泉 泉 천 いずみ cheon izumi quan
林 林 림 はやし rim hayashi lin
森 森 삼 もり sam mori sen
清 清 청 きよ cheong kiyo qing
新 新 신 にい sin nii xin
大 大 대 おお dae oo da
春 春 춘 はる chun haru chun
秋 秋 추 あき chu aki qiu
星 星 성 ほし seong hoshi xing
雲 云 운 くも un kumo yun
龍 龙 룡 りゅう ryong ryu long
鶴 鹤 학 つる hak tsuru he
梅 梅 매 うめ mae ume mei
桜 樱 앵 さくら aeng sakura ying
湖 湖 호 みずうみ ho mizuumi hu
港 港 항 みなと hang minato gang
橋 桥 교 はし gyo hashi qiao
城 城 성 しろ seong shiro cheng
和 和 화 わ hwa wa he
""")


@dataclass(frozen=True, slots=True)
class Stem:
    """Two characters, read in each language."""

    first: Sign
    second: Sign

    def __getattr__(self, name: str) -> str:
        return str(getattr(self.first, name)) + str(getattr(self.second, name))

    def latin(self, country: str) -> str:
        """As the country itself spells it."""
        return str(getattr(self, {"KR": "korean", "JP": "japanese"}.get(country, "chinese"))).capitalize()

    def ascii(self) -> str:
        return f"{self.first.chinese}{self.second.chinese}"


def stems(random: Random) -> list[Stem]:
    """Every stem of two different characters, in an order of their own."""
    found = [Stem(one, other) for one in SIGNS for other in SIGNS if one is not other]
    random.shuffle(found)
    return found


# What a government of a country and rank is called: hangul, Japan, China, kana, English.
ENDINGS = {
    ("KR", "province"): ("도", "道", "道", "ド", "-do"),
    ("KR", "municipality"): ("시", "市", "市", "シ", " City"),
    ("JP", "province"): ("현", "県", "县", "ケン", " Prefecture"),
    ("JP", "municipality"): ("시", "市", "市", "シ", " City"),
    ("CN", "province"): ("성", "省", "省", "ショウ", " Province"),
    ("CN", "municipality"): ("시", "市", "市", "シ", " City"),
    ("", "association"): (
        "시도협의회",
        "自治体協議会",
        "地方政府协会",
        "ジチタイキョウギカイ",
        " Association of Local Governments",
    ),
    ("", "office"): ("교류사무소", "交流事務所", "交流办公室", "コウリュウジムショ", " Exchange Office"),
}
HOME = {"KR": KO, "JP": JA, "CN": ZH}


def government_names(stem: Stem, country: str, kind: str) -> list[NameEntry]:
    """Official in the government's own language; in the others a name supplied, with the Japanese reading."""
    ko, ja, zh, kana, en = ENDINGS.get((country, kind)) or ENDINGS["", kind]
    texts = {KO: stem.hangul + ko, JA: stem.ja + ja, ZH: stem.zh + zh, EN: stem.latin(country) + en}
    names = [
        NameEntry(
            lang=lang, text=text, kind=NameKind.OFFICIAL if lang in (HOME[country], EN) else NameKind.SUPPLIED
        )
        for lang, text in texts.items()
    ]
    reading = NameEntry(lang=JA, text=stem.kana + kana, kind=NameKind.READING)
    short = NameEntry(lang=HOME[country], text=_own(stem, country), kind=NameKind.SHORT)
    return [*names, reading, short]


def _own(stem: Stem, country: str) -> str:
    return {"KR": stem.hangul, "JP": stem.ja}.get(country, stem.zh)


FAMILIES = {
    "KR": (
        ("김", "金", "Kim"),
        ("이", "李", "Lee"),
        ("박", "朴", "Park"),
        ("최", "崔", "Choi"),
        ("정", "鄭", "Jung"),
        ("한", "韓", "Han"),
    ),
    "JP": (
        ("사토", "佐藤", "Sato"),
        ("스즈키", "鈴木", "Suzuki"),
        ("다카하시", "高橋", "Takahashi"),
        ("다나카", "田中", "Tanaka"),
        ("이토", "伊藤", "Ito"),
    ),
    "CN": (
        ("왕", "王", "Wang"),
        ("리", "李", "Li"),
        ("장", "张", "Zhang"),
        ("류", "刘", "Liu"),
        ("천", "陈", "Chen"),
        ("양", "杨", "Yang"),
    ),
}


def person_names(random: Random, stem: Stem, country: str) -> list[PersonNameEntry]:
    """A family name of the country, and the stem as the given name."""
    hangul, han, latin = random.choice(FAMILIES[country])
    spelt = {
        KO: (hangul, stem.hangul),
        JA: (han, stem.ja),
        ZH: (han, stem.zh),
        EN: (latin, stem.latin(country)),
    }
    return [
        PersonNameEntry(
            lang=lang,
            text=f"{family}{' ' if lang == EN else ''}{given}",
            kind=NameKind.OFFICIAL if lang in (HOME[country], EN) else NameKind.SUPPLIED,
            family=family,
            given=given,
            own=lang == HOME[country],
        )
        for lang, (family, given) in spelt.items()
    ]


def plain_names(texts: dict[str, str]) -> list[NameEntry]:
    return [NameEntry(lang=lang, text=text) for lang, text in texts.items()]


# Words of titles: Korean, Japanese, Chinese, English.
THEMES = (
    ("관광", "観光", "旅游", "tourism"),
    ("저출산", "少子化", "少子化", "low birth rate"),
    ("환경", "環境", "环境", "the environment"),
    ("청년 교류", "青少年交流", "青少年交流", "youth exchange"),
    ("지역 활성화", "地域活性化", "地区振兴", "regional revitalisation"),
    ("혁신", "イノベーション", "创新", "innovation"),
    ("유학생", "留学生", "留学生", "international students"),
    ("인력 부족", "人手不足", "劳动力短缺", "labour shortage"),
    ("문화유산", "文化遺産", "文化遗产", "cultural heritage"),
    ("항만", "港湾", "港口", "ports"),
    ("농업", "農業", "农业", "agriculture"),
    ("방재", "防災", "防灾", "disaster prevention"),
)
ITEM_FORMS = {
    "lecture": ("{} 특강", "{}に関する講演", "{}专题讲座", "Lecture on {}"),
    "presentation": ("{} 사례 발표", "{}の事例発表", "{}案例介绍", "Presentation of cases of {}"),
    "discussion": ("{} 정책 토론", "{}に関する政策討論", "{}政策讨论", "Policy discussion on {}"),
    "visit": ("{} 현장 시찰", "{}の現場視察", "{}现场考察", "Site visit: {}"),
    "meal": ("{} 오찬", "{}昼食会", "{}午餐会", "Luncheon for {}"),
    "ceremony": ("{} 개회식", "{}開会式", "{}开幕式", "Opening ceremony: {}"),
    "qa": ("{} 질의응답", "{}質疑応答", "{}问答", "Questions and answers on {}"),
    "briefing": ("{} 현황 설명", "{}の概況説明", "{}情况介绍", "Briefing on {}"),
}
SERIES_FORM = ("{} {} 교류회의", "{}{}交流会議", "{}{}交流会议", "{} Exchange Meeting on {}")
ABOUT_FORM = (
    "{}에 관한 경험을 나누고 다음 해의 협력 과제를 논의한다.",
    "{}に関する経験を共有し、翌年の協力課題を協議する。",
    "交流有关{}的经验，商讨下一年的合作事项。",
    "Experience with {} is shared, and the tasks of the next year are discussed.",
)
OUTCOME_FORM = (
    "양측은 {} 분야의 실무 협의를 계속하기로 하였다.",
    "双方は{}分野の実務協議を続けることとした。",
    "双方决定继续就{}领域进行工作层磋商。",
    "The sides agreed to continue working-level talks on {}.",
)


def said(forms: tuple[str, ...], *words: tuple[str, ...]) -> dict[str, str]:
    """A form filled with words, in every language."""
    return {
        lang: form.format(*(word[position] for word in words))
        for position, (lang, form) in enumerate(zip((KO, JA, ZH, EN), forms, strict=True))
    }


def text(forms: tuple[str, ...], *words: tuple[str, ...], original: str = KO) -> Localised:
    return localised(original, said(forms, *words), translations="human")


def stem_words(stem: Stem, country: str) -> tuple[str, ...]:
    return (stem.hangul, stem.ja, stem.zh, stem.latin(country))


def fields(entry: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in names}
