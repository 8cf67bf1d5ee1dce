"""Korean words: nouns, stems of verbs, whole compounds and their parts, without particles and endings."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from interlocal.languages.tokens import hanja, models

_KEPT: Final = ("NNG", "NNP", "NR", "SH", "XR", "VV", "VA", "MAG", "NNBC", "XPN", "MM")
_NOUNS: Final = ("NNG", "NNP", "XR", "NR")
# Verbs and nouns that any sentence has.
_ANYWHERE: Final = "하 되 있 없 이 것 수 등 및 위하 대하 따르 통하 관하 그 저 이 더 또 또한 및 같 않 못"
_EMPTY: Final = frozenset(_ANYWHERE.split())

# Without the analyser: what follows a noun, then what follows a verb's stem.
_FOLLOWING: Final = """은 는 이 가 을 를 의 에 와 과 도 만 로 으로 에서 에게 께서 부터 까지 처럼 보다 마다 이나 나 이며 며
        이고 고 하고 에는 에도 에서는 에서도 으로서 로서 으로써 로써 으로는 로는 으로의 로의 에의 와의 과의
        에게서 이라는 라는 이라고 라고 이란 란 이다 입니다 이었다 였다 인 한 하는 하여 해 했다 한다 합니다
        했습니다 하였다 할 하기 함 되는 된 되어 돼 됐다 되었다 된다 됩니다 될 됨 하고 하며 하면 하지 되고 되며
        시키는 시킨 시켜 들 들은 들이 들을 들의 들에게 적 적인 적으로 님"""
_LONG: Final = "|".join(ending for ending in _FOLLOWING.split() if len(ending) > 1)
# A noun of one syllable is told from the first of a longer one only by what follows being long.
_PARTICLE: Final = re.compile(f"(?<=..)(?:{'|'.join(_FOLLOWING.split())})$|(?<=.)(?:{_LONG})$")
_LONGEST_STRANGER: Final = 10
_HANGUL: Final = re.compile("[가-힣]+")
_HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")


class Word(NamedTuple):
    """One term's text, and whether it is a noun (only nouns have hanja and a foreign sound)."""

    text: str
    is_noun: bool


def words(text: str) -> list[Word]:
    """In the order of the text; a compound stands after its parts."""
    found = models.korean_morphemes(text)
    if found is None:
        return lightly(text)
    return [word for morpheme in found for word in _of_morpheme(morpheme) if word.text not in _EMPTY]


def strangers(text: str) -> set[str]:
    """What may be a foreign name or loan word: an analyser cuts those it does not know at random."""
    stems = {_without_particle(run) for run in _HANGUL.findall(text)}
    return {stem for stem in stems if 2 < len(stem) <= _LONGEST_STRANGER and not hanja.is_made_of_known(stem)}


def _of_morpheme(morpheme: models.KoreanMorpheme) -> list[Word]:
    parts = [Word(form, tag in _NOUNS) for form, tag in morpheme.parts if tag.startswith(_KEPT)]
    whole = morpheme.tag.startswith(_KEPT) and "+" not in morpheme.tag
    if not whole:
        return parts
    return [*parts, Word(morpheme.surface, morpheme.tag in _NOUNS)]


def lightly(text: str) -> list[Word]:
    """The same without an analyser: particles taken off, the rest cut by the longest words known."""
    found: list[Word] = []
    for run in _HANGUL.findall(text):
        noun = _without_particle(run)
        parts = hanja.parts(noun)
        found += [Word(part, is_noun=True) for part in parts if part not in _EMPTY]
        if parts != [noun] and noun not in _EMPTY:
            found.append(Word(noun, is_noun=True))
    return found


@lru_cache(maxsize=20_000)
def _without_particle(run: str) -> str:
    if hanja.is_known(run):
        return run
    # The leftmost match is the longest ending.
    return _PARTICLE.sub("", run, count=1)
