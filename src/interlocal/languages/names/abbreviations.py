"""Short names that no rule of sound or writing explains, and what they stand for."""

from functools import cache
from typing import Final

from interlocal.languages.folding import fold

# Short : full, in the same writing; several full names where a province changed its name.
_SHORT: Final = """
경북:경상북도 경남:경상남도 전북:전라북도;전북특별자치도 전남:전라남도 충북:충청북도 충남:충청남도
慶北:慶尚北道 慶南:慶尚南道 全北:全羅北道;全北特別自治道 全南:全羅南道 忠北:忠清北道 忠南:忠清南道
경상북:경상북도 경상남:경상남도 전라북:전라북도 전라남:전라남도 충청북:충청북도 충청남:충청남도
전북특별자치도:전라북도 全北特別自治道:全羅北道 강원특별자치도:강원도 江原特別自治道:江原道
제주특별자치도:제주도 済州特別自治道:済州道
gyeongbuk:gyeongsangbuk-do gyeongnam:gyeongsangnam-do jeonbuk:jeollabuk-do jeonnam:jeollanam-do
chungbuk:chungcheongbuk-do chungnam:chungcheongnam-do jeonbukstate:jeollabuk-do
kyungbuk:gyeongsangbuk-do kyungnam:gyeongsangnam-do chonbuk:jeollabuk-do chonnam:jeollanam-do kyongbuk:gyeongsangbuk-do
섬서성:산시성 산동성:산둥성 북경:베이징 상해:상하이 광동성:광둥성
首尔:서울 首爾:서울 漢城:서울 汉城:서울 ソウル:서울 首尔特别市:서울특별시 首尔市:서울시
innermongolia:내몽골 内蒙古:내몽골 内モンゴル:내몽골 내몽고:내몽골 네이멍구:내몽골
tibet:티베트 西藏:티베트 チベット:티베트 시짱:티베트
hohhot:呼和浩特 urumqi:乌鲁木齐 harbin:哈尔滨 lhasa:拉萨 qiqihar:齐齐哈尔 hongkong:香港 macau:澳门 macao:澳门 홍콩:香港 마카오:澳門
우루무치:乌鲁木齐 하얼빈:哈尔滨 후허하오터:呼和浩特 라싸:拉萨 치치하얼:齐齐哈尔
peking:北京 canton:广州 nanking:南京 tsingtao:青岛 tsinghua:清华 pusan:부산 kyungpook:경상북도
"""


def in_full(text: str) -> tuple[str, ...]:
    """What a short name stands for, or the older name of a renamed province; empty if nothing is known of it."""
    return _table().get(fold(text), ())


@cache
def _table() -> dict[str, tuple[str, ...]]:
    entries = (entry.split(":") for entry in _SHORT.split())
    return {fold(short): tuple(full.split(";")) for short, full in entries}
