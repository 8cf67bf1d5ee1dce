"""Korean names in Latin letters read back into hangul: by the Revised Romanization and by custom (Lee, Park, Chul-soo)."""

import re
from functools import lru_cache
from typing import Final

from interlocal.languages import hangul
from interlocal.languages.names.sounds import bare

# Family names as their owners spell them, by hangul.
_FAMILIES: Final = """
김:kim gim 이:lee yi rhee i li rhie 박:park pak bak 최:choi choe 정:jung jeong chung chong cheong 강:kang gang 조:cho jo joe
윤:yoon yun youn 장:jang chang 임:lim im rim yim 한:han 오:oh o 서:seo suh so 신:shin sin 권:kwon gwon kweon 황:hwang
안:ahn an 송:song 류:ryu ryoo 유:yoo yu you 전:jeon chun jun chon 홍:hong 고:ko go koh 문:moon mun 양:yang 손:son sohn
배:bae pae bai 백:baek paik paek baik 허:huh heo hur her 남:nam 심:shim sim 노:roh noh no ro 하:ha 곽:kwak gwak
성:sung seong 차:cha 주:joo ju chu 우:woo u wu 구:koo gu ku goo 민:min 나:na ra 진:jin chin 지:ji chi jee 엄:um eom uhm
채:chae 원:won 천:cheon chun 방:bang pang 공:kong gong 현:hyun hyeon 함:ham hahm 변:byun byeon 염:yeom yum 여:yeo yuh
추:choo chu 도:do doh to 소:so soh 석:seok suk 선:sun seon 설:seol sul 마:ma 길:gil kil 연:yeon youn 위:wi wee 표:pyo
명:myung myeong 기:ki gi 반:ban pan 왕:wang 금:keum geum 옥:ok 육:yuk yook 인:in 맹:maeng 제:je jae 모:mo 탁:tak
국:kuk gook cook 어:eo uh 경:kyung gyeong 봉:bong pong 사:sa 편:pyun pyeon 남궁:namgung namkoong 황보:hwangbo 선우:sunwoo seonu
"""

# Syllables of given names spelt by custom; the first hangul is the likelier.
_CUSTOM: Final = """
young:영 yong:용영 hyun:현 hyung:형 jung:정중 joong:중 kyung:경 kyong:경 chul:철 suk:석숙 seok:석 sung:성 seung:승 woo:우 wook:욱 uk:욱
ook:욱 hoon:훈 hun:훈헌 joon:준 jun:준전 june:준 soo:수 su:수 sook:숙 kook:국 kuk:국 hee:희 hui:희 kyu:규 kyoo:규 gyu:규 bum:범 beom:범
won:원 keun:근 kun:건근 geon:건 duck:덕 duk:덕 deok:덕 hak:학 doo:두 du:두 moo:무 mu:무 kyun:균 kyoon:균 chan:찬 sup:섭 seop:섭 yub:엽
yup:엽 yul:열율 yeol:열 hyuk:혁 hyeok:혁 myung:명 byung:병 byong:병 sun:선순 soon:순 yun:윤연 yoon:윤 hwan:환 whan:환 kwang:광 kwan:관
kwon:권 kyo:교 ki:기 kil:길 ku:구 koo:구 kang:강 kap:갑 kon:곤 tae:태 tai:태 dai:대 dae:대 jae:재 jai:재 chae:채 choong:충 chung:정충
choon:춘 chun:춘천전 chang:창 cheol:철 cheon:천 ja:자 jin:진 jip:집 joo:주 ju:주 jong:종 jo:조 il:일 in:인 im:임 ho:호 hong:홍 ha:하 hwa:화
wha:화 hye:혜 hae:해 han:한 eun:은 un:은운 ui:의 eui:의 yi:이 rae:래 rak:락 ryong:룡 ryul:률 ryeol:렬 nam:남 rim:림 ryun:련륜 sik:식 shik:식
sin:신 shin:신 si:시 sye:세 se:세 sang:상 san:산 sam:삼 soong:숭 ok:옥 oh:오 mi:미 min:민 mook:묵 moon:문 mun:문 myong:명 bae:배 bin:빈
bong:봉 bok:복 boo:부 pil:필 pyo:표 pyung:평 gun:건 gyun:균 gook:국 guk:국 gi:기 gil:길 goo:구 geun:근 ah:아 ae:애 ai:애 an:안 ahn:안 yeop:엽
yeon:연 youn:윤연 you:유 yoo:유 yu:유 yuk:육 yang:양 ye:예 yeong:영 yon:연 young:영 lee:이리 jee:지 ji:지 jeong:정 jeon:전 jee:지
deuk:득 dong:동 do:도 tack:택 taek:택 tak:탁 hi:희 hyo:효 hyang:향 heung:흥 hum:흠 heum:흠 heui:희 lyong:룡 kyeong:경
"""

_ONSET_LATIN: Final = "kk tt pp ss jj ch g n d r l m b s j k t p h"
_VOWEL_LATIN: Final = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
_ONSETS: Final = dict(
    zip(
        ["kk", "tt", "pp", "ss", "jj", "ch", "g", "n", "d", "r", "l", "m", "b", "s", "j", "k", "t", "p", "h"],
        "ㄲㄸㅃㅆㅉㅊㄱㄴㄷㄹㄹㅁㅂㅅㅈㅋㅌㅍㅎ",
        strict=True,
    )
)
_VOWELS: Final = dict(
    zip(
        _VOWEL_LATIN.split(),
        "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
        strict=True,
    )
)
_CODAS: Final = {"": " ", "k": "ㄱ", "n": "ㄴ", "t": "ㄷ", "l": "ㄹ", "m": "ㅁ", "p": "ㅂ", "ng": "ㅇ"}
_PIECES: Final = re.compile(r"[\s\-·'’]+")
_LONGEST: Final = 7


def families(latin: str) -> tuple[str, ...]:
    """The hangul family names a Latin spelling may stand for: Chung is 정; empty if none is known."""
    return _FAMILY_OF.get(bare(latin), ())


def syllables(latin: str) -> tuple[str, ...]:
    """Hangul a romanised word may stand for, likeliest first, at most four: Gyeongju 경주, Cheol-woo 철우."""
    ways = [""]
    for piece in _PIECES.split(latin):
        found = _split(bare(piece))[:4]
        if not found:
            return ()
        ways = [way + end for way in ways for end in found][:4]
    return tuple(way for way in ways if way)


@lru_cache(maxsize=10_000)
def _split(letters: str) -> tuple[str, ...]:
    if not letters:
        return ("",)
    if len(letters) > 24:
        return ()
    found: dict[str, tuple[int, int]] = {}
    for way in _ways(letters):
        spelt = [
            "".join(choice) for choice in _choices([_CUSTOM_OF.get(part) or _SYLLABLES[part] for part in way])
        ]
        # Fewer syllables first; a syllable that begins with a vowel inside a word is the rarer reading.
        rank = (len(way), sum(part[0] in "aeiouwy" for part in way[1:]))
        for order, hangul_word in enumerate(spelt):
            found.setdefault(hangul_word, (rank[0] * 10 + rank[1] * 5 + order, order))
    return tuple(sorted(found, key=lambda word: found[word]))[:4]


def _choices(parts: list[str]) -> list[str]:
    ways = [""]
    for part in parts:
        ways = [way + choice for way in ways for choice in part[:2]][:4]
    return ways


def _ways(letters: str) -> list[list[str]]:
    reached: list[list[list[str]]] = [[] for _ in range(len(letters) + 1)]
    reached[0] = [[]]
    for at in range(len(letters)):
        for end in range(at + 1, min(len(letters), at + _LONGEST) + 1):
            part = letters[at:end]
            if part in _SYLLABLES or part in _CUSTOM_OF:
                reached[end] += [[*way, part] for way in reached[at][:4]]
        reached[at + 1].sort(key=lambda way: (len(way), sum(part[0] in "aeiouwy" for part in way[1:])))
    return reached[-1][:6]


def _families() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    family = ""
    for entry in _FAMILIES.split():
        *head, spelling = entry.split(":")
        family = head[0] if head else family
        table[spelling] = (*table.get(spelling, ()), family)
    return table


def _regular() -> dict[str, str]:
    return {
        onset + latin + coda: hangul.composed(hangul.Syllable(initial, vowel, final))
        for onset, initial in {"": "ㅇ", **_ONSETS}.items()
        for latin, vowel in _VOWELS.items()
        for coda, final in _CODAS.items()
    }


_FAMILY_OF: Final = _families()
_SYLLABLES: Final = _regular()
_CUSTOM_OF: Final = dict(entry.split(":") for entry in _CUSTOM.split())
