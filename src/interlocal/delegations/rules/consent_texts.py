"""To what people agree before passports and health are kept. A text is never altered: a new wording is a new version.

What is asked, why and until when stands in the table beside the text; a consent keeps the fields it was given for.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from interlocal.ground.tongues import EN, JA, KO, ZH

CURRENT: Final = "2026-11"


@dataclass(frozen=True, slots=True)
class Text:
    """`paragraphs` in `language`; `sha256` of exactly these words."""

    version: str
    language: str
    paragraphs: tuple[str, ...]

    @property
    def sha256(self) -> str:
        return hashlib.sha256("\n".join(self.paragraphs).encode()).hexdigest()


_WORDS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "2026-11": {
        KO: (
            (
                "이 행사의 사무국은 이 화면의 표에 적힌 항목만 수집합니다. 신원 정보(생년월일, 국적, 여권번호와 유효기간, 성별)와 "
                "민감 정보(식사, 이동 편의, 알레르기와 건강)는 따로 동의를 받습니다."
            ),
            (
                "항목마다 수집 목적과 파기일을 표에 적었습니다. 다른 목적으로는 이용하지 않으며, 파기일이 되면 변경 이력까지 모두 "
                "지우고 파기 증명을 남깁니다."
            ),
            (
                "이 정보는 암호화하여 보관합니다. 사무국과 귀하를 추천한 기관의 담당자만 볼 수 있고, 누가 언제 무엇을 왜 보았는지 "
                "기록하며, 그 기록은 본인이 볼 수 있습니다. 사무국이나 추천 기관이 다른 나라에 있으면 그 나라에서 열람하게 되며, "
                "이는 개인정보의 국외 이전에 해당합니다."
            ),
            (
                "동의하지 않아도 추천과 승인에 불이익이 없습니다. 필요한 서류는 당일 직접 가져오시거나 본인이 관계 기관에 "
                "제출하실 수 있습니다."
            ),
            (
                "동의는 언제든지 철회할 수 있으며, 철회하면 이 동의에 따라 보관하던 정보를 곧바로 지웁니다. 열람, 정정, 사본 "
                "제공, 삭제도 요청하실 수 있습니다."
            ),
        ),
        JA: (
            (
                "この行事の事務局は、この画面の表にある項目だけを収集します。本人確認に関する情報(生年月日、国籍、旅券番号と有効期限、"
                "性別)と、要配慮の情報(食事、移動の配慮、アレルギーと健康)については、それぞれ別に同意をいただきます。"
            ),
            (
                "項目ごとの利用目的と消去日は表に記しています。ほかの目的には利用しません。消去日になりましたら、変更の履歴も含めて"
                "すべて消去し、消去の証明を残します。"
            ),
            (
                "情報は暗号化して保管します。閲覧できるのは事務局と、推薦した団体の担当者だけです。だれが、いつ、何を、何のために見たかを"
                "記録し、その記録はご本人が確認できます。事務局または推薦した団体が外国にある場合は、その国での閲覧となり、外国にある"
                "第三者への提供に当たります。"
            ),
            (
                "同意されなくても、推薦や承認で不利になることはありません。必要な書類は、当日ご持参いただくか、ご本人が関係機関へ"
                "直接提出できます。"
            ),
            (
                "同意はいつでも撤回できます。撤回されますと、この同意に基づいて保管していた情報を直ちに消去します。開示、訂正、写しの"
                "交付、消去もお申し出いただけます。"
            ),
        ),
        ZH: (
            (
                "本次活动的秘书处仅收集本页表格所列项目。身份信息(出生日期、国籍、护照号码及有效期、性别)与敏感信息(饮食、无障碍需求、"
                "过敏及健康状况)分别征得同意。"
            ),
            "各项目的收集目的和删除日期均载于表格,不作其他用途。到期后连同修改记录一并删除,并留存删除证明。",
            (
                "上述信息加密保存,仅秘书处和推荐单位的经办人员可以查看。何人、何时、因何目的查看何项内容均有记录,本人可以查阅。"
                "秘书处或推荐单位位于其他国家的,将在该国查看,属于向境外提供个人信息。"
            ),
            "不同意不影响推荐和审批。所需证件可于活动当日自行携带,或由本人直接向有关机构提交。",
            "同意可随时撤回。撤回后,依据该同意保存的信息将立即删除。本人亦可要求查阅、更正、获取副本或删除。",
        ),
        EN: (
            (
                "The secretariat of this event collects only the items in the table on this page. Identity data (date of birth, "
                "nationality, passport number and validity, sex) and sensitive data (diet, accessibility, allergies and health) "
                "are each agreed to separately."
            ),
            (
                "The table states for each item what it is for and on which day it is erased. It is used for nothing else. On that "
                "day it is erased together with its history of changes, and a certificate of the erasure is kept."
            ),
            (
                "The data is stored encrypted. Only the secretariat and those in charge at the office that nominated you can see it. "
                "Who looked at what, when and why is recorded, and you can see that record. Where the secretariat or the nominating "
                "office is in another country, it is seen there, which is a transfer of personal data abroad."
            ),
            (
                "You may decline without any effect on nomination or approval: documents that are needed can be brought on the day "
                "or handed in by you to the authority concerned."
            ),
            (
                "You can withdraw your agreement at any time; what was kept on its basis is then erased at once. You can also ask "
                "to see, correct, receive a copy of, or erase your data."
            ),
        ),
    },
}


def text(version: str, language: str) -> Text:
    """KeyError for a version that never was."""
    words = _WORDS[version]
    tongue = language if language in words else EN
    return Text(version, tongue, words[tongue])


def versions() -> tuple[str, ...]:
    return tuple(_WORDS)
