"""Names of countries, as pages print them."""

from interlocal.ground.tongues import EN, JA, KO, ZH

_NAMES = {
    "KR": ("한국", "韓国", "韩国", "Korea"),
    "JP": ("일본", "日本", "日本", "Japan"),
    "CN": ("중국", "中国", "中国", "China"),
    "US": ("미국", "米国", "美国", "United States"),
    "GB": ("영국", "英国", "英国", "United Kingdom"),
    "FR": ("프랑스", "フランス", "法国", "France"),
    "SG": ("싱가포르", "シンガポール", "新加坡", "Singapore"),
    "AU": ("호주", "オーストラリア", "澳大利亚", "Australia"),
    "CA": ("캐나다", "カナダ", "加拿大", "Canada"),
    "DE": ("독일", "ドイツ", "德国", "Germany"),
    "MN": ("몽골", "モンゴル", "蒙古国", "Mongolia"),
    "RU": ("러시아", "ロシア", "俄罗斯", "Russia"),
    "VN": ("베트남", "ベトナム", "越南", "Viet Nam"),
}
_BY_TONGUE = {
    tongue: {code: names[at] for code, names in _NAMES.items()} for at, tongue in enumerate((KO, JA, ZH, EN))
}


def country_name(code: str, tongue: str) -> str:
    """한국 · 韓国 · 韩国 · Korea; a code without a name here stays a code."""
    return _BY_TONGUE[tongue].get(code, code)
