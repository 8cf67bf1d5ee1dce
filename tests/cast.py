"""The same few bodies in many scenes, so that a failure reads like a sentence."""

from interlocal.registry.models import Body
from tests import make


def gyeongbuk() -> Body:
    """A Korean province."""
    return make.body(
        "gyeongbuk", {"ko": "경상북도", "ja": "慶尚北道", "zh-Hans": "庆尚北道", "en": "Gyeongsangbuk-do"}
    )


def tottori() -> Body:
    """A Japanese prefecture."""
    names = {"ko": "돗토리현", "ja": "鳥取県", "zh-Hans": "鸟取县", "en": "Tottori Prefecture"}
    return make.body("tottori", names, country="JP")


def garok() -> Body:
    """The association of Korea's governors."""
    names = {"ko": "대한민국시도지사협의회", "en": "Governors Association of the Republic of Korea"}
    return make.body("garok", names, kind="association")


def mofa() -> Body:
    """The ministry that runs the desk."""
    return make.body("mofa-kr", {"ko": "외교부", "en": "Ministry of Foreign Affairs"}, kind="ministry")


def mission() -> Body:
    """An embassy."""
    names = {"ja": "在大韓民国日本国大使館", "en": "Embassy of Japan in Korea"}
    return make.body("embassy-japan-seoul", names, kind="mission", country="JP")
