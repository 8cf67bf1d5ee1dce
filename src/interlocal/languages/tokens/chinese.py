"""Chinese words, simplified, short ones before the long one they stand in."""

import re
from typing import Final

from interlocal.languages.tokens import models
from interlocal.languages.tokens.writing import HAN

_HAN: Final = re.compile(f"[{HAN}]+")
_ANYWHERE: Final = "的 了 和 与 及 在 是 为 对 等 将 于 以 并 中 上 下 从 到 由 被 把 这 那 其 之 而 也 都 就 还 又 着 过 向 有 我 他 她 它 们"
_EMPTY: Final = frozenset(_ANYWHERE.split())


def words(text: str) -> list[str]:
    """The text must be in simplified characters: the dictionary is."""
    return [word for word in models.chinese_words(text) if _HAN.match(word) and word not in _EMPTY]
