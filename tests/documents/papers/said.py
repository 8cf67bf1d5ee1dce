"""The words of the edition."""

from interlocal.arrangements.rules.facts import Said
from tests.documents.papers.making import words

WORDS = (
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
