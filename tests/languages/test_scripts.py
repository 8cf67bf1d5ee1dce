import pytest

from interlocal.languages.scripts import guess_language, script_of


@pytest.mark.parametrize(
    ("text", "script", "language"),
    [
        ("경상북도", "Hang", "ko"),
        ("\u1100\u1167\u11bc\u1107\u116e\u11a8", "Hang", "ko"),  # decomposed, as macOS hands file names over
        ("AI 협력", "Hang", "ko"),
        ("慶尙北道 경상북도", "Kore", "ko"),
        ("鳥取県と友好", "Jpan", "ja"),
        ("日韓知事会議", "Jpan", "ja"),  # each character is at home elsewhere too, all of them only in Japan
        ("江沢民", "Jpan", "ja"),
        ("佐々木", "Jpan", "ja"),
        ("とっとり", "Hira", "ja"),
        ("トットリ", "Kana", "ja"),
        ("ﾄｯﾄﾘ", "Kana", "ja"),
        ("さくらサクラ", "Hrkt", "ja"),
        ("日韩知事会议", "Hans", "zh-Hans"),
        ("广东省", "Hans", "zh-Hans"),
        ("沈阳", "Hans", "zh-Hans"),
        ("中铧", "Hans", "zh-Hans"),  # not in the list of forms: the national standards tell
        ("渋谷", "Jpan", "ja"),  # 谷 stands for 穀 in China and for itself everywhere
        ("深圳", "Hani", "und"),
        ("臺北市", "Hant", "und"),
        ("東京都", "Hani", "und"),
        ("中国", "Hani", "und"),
        ("慶尚北道", "Hani", "und"),
        ("后里", "Hani", "und"),
        ("Gyeongsangbuk-do", "Latn", "en"),
        ("Lǚliáng", "Latn", "en"),
        ("Пермь", "Cyrl", "und"),
        ("2025-06-19", "Zyyy", "und"),
        ("", "Zyyy", "und"),
    ],
)
def test_a_text_tells_its_script_and_perhaps_its_language(text: str, script: str, language: str) -> None:
    assert (script_of(text), guess_language(text)) == (script, language)
