"""Japanese words in their dictionary spelling: short units and the long unit they make."""

from typing import Final, NamedTuple

from interlocal.languages.tokens import models

_DROPPED: Final = frozenset(("助詞", "助動詞", "補助記号", "空白", "記号", "接続詞", "感動詞"))
# Words that any sentence has.
_ANYWHERE: Final = "為る 居る 有る 成る 出来る 事 物 者 此の 其の 此れ 其れ 為 様 等 於く 因る 関する 対する 就く 言う 的 御 行う"
_EMPTY: Final = frozenset(_ANYWHERE.split())


class Word(NamedTuple):
    """The term's text; the reading in katakana of a proper noun, else empty."""

    text: str
    name_reading: str


def words(text: str) -> list[Word]:
    """In the order of the text; a long unit stands after its short ones."""
    found: list[Word] = []
    for unit, parts in models.japanese_morphemes(text):
        if unit.pos[0] in _DROPPED:
            continue
        found += [_word(part) for part in parts if part.pos[0] not in _DROPPED]
        if len(parts) != 1:
            found.append(_word(unit))
    return [word for word in found if word.text not in _EMPTY]


def _word(morpheme: models.JapaneseMorpheme) -> Word:
    is_name = morpheme.pos[1] == "固有名詞"
    return Word(morpheme.normal, morpheme.reading if is_name else "")
