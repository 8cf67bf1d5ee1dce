"""The programme: two days in Gyeongju, items side by side, over midnight, over a zone, sought, and without an hour."""

from datetime import date

from interlocal.arrangements.rules.sheets import SheetResource, SheetSite
from tests.documents.papers.making import item, words

ONE, TWO = date(2027, 6, 2), date(2027, 6, 3)
SITES = (
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
RESOURCES = (
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
ITEMS = (
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
