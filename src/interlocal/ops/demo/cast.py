"""Who can sign in to the demonstration. Invented people; without Django, for the terminal."""

from dataclasses import dataclass
from typing import Final

from interlocal.ops import N_


@dataclass(frozen=True, slots=True)
class Account:
    """`does` says what it is, for the terminal; `mandates` are bodies and roles."""

    email: str
    name: str
    language: str
    does: str
    mandates: tuple[tuple[str, str], ...] = ()
    is_administrator: bool = False


ADMINISTRATOR: Final = Account(
    "admin@demo.example",
    "Robin Carver",
    "en",
    N_("administrator: accounts, mandates, local mailbox"),
    is_administrator=True,
)
GYEONGBUK: Final = Account(
    "secretariat@gyeongbuk.example",
    "남궁서윤",
    "ko",
    N_("secretariat of Gyeongsangbuk-do: runs the invitation training"),
    (("gyeongbuk", "secretariat"), ("gyeongbuk", "coordinator")),
)
GYEONGBUK_APPROVER: Final = Account(
    "approver@gyeongbuk.example",
    "제갈현우",
    "ko",
    N_("approver of Gyeongsangbuk-do: decides on people and late changes"),
    (("gyeongbuk", "approver"),),
)
GAROK: Final = Account(
    "secretariat@garok.example",
    "선우다온",
    "ko",
    N_("secretariat of the Governors Association of Korea: runs the officials’ workshop"),
    (("garok", "secretariat"),),
)
GAROK_APPROVER: Final = Account(
    "approver@garok.example",
    "독고은채",
    "ko",
    N_("approver of the Governors Association of Korea"),
    (("garok", "approver"),),
)
BUSAN: Final = Account(
    "coordinator@busan.example",
    "황보도윤",
    "ko",
    N_("coordinator of Busan: nominates for the workshop"),
    (("busan", "coordinator"),),
)
TOTTORI: Final = Account(
    "coordinator@tottori.example",
    "砂川 美波",
    "ja",
    N_("coordinator of Tottori Prefecture: invited to both"),
    (("tottori", "coordinator"),),
)
SHANDONG: Final = Account(
    "coordinator@shandong.example",
    "欧阳思远",
    "zh-Hans",
    N_("coordinator of Shandong Province: sends a number, no names"),
    (("shandong", "coordinator"),),
)
MINISTRY: Final = Account(
    "desk@mofa.example",
    "사공지안",
    "ko",
    N_("ministry desk of the Korean foreign ministry: sees no people"),
    (("mofa-kr", "ministry"),),
)
READER: Final = Account(
    "reader@gyeongbuk.example",
    "서문가람",
    "ko",
    N_("reader of Gyeongsangbuk-do: sees everything, changes nothing"),
    (("gyeongbuk", "reader"),),
)
CAST: Final = (
    ADMINISTRATOR,
    GYEONGBUK,
    GYEONGBUK_APPROVER,
    GAROK,
    GAROK_APPROVER,
    BUSAN,
    TOTTORI,
    SHANDONG,
    MINISTRY,
    READER,
)
