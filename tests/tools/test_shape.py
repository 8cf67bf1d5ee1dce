from pathlib import Path
from textwrap import dedent

import pytest

from tools import shape
from tools.shape import Shape, Sized

TEA = dedent("""\
    def brew():
        water = 1

        return water


    class Cup:
        async def pour(self):
            def drop():
                return 1
            return drop()
    """)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Two rooms and a module beside them; an empty file and a migration that do not count."""
    files = {"tea/cups.py": TEA, "cake/slices.py": "slices = 8\n", "main.py": "x = 1\ny = 2\n"}
    files |= {"tea/__init__.py": "", "tea/migrations/0001_first.py": "z = 1\n" * 900}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_lines_files_and_functions_are_counted(house: Path) -> None:
    found = shape.measure(house)

    assert found == Shape(
        rooms={"tea": 11, "(itself)": 2, "cake": 1},
        files=[Sized("cake/slices.py", 1), Sized("main.py", 2), Sized("tea/cups.py", 11)],
        functions=[
            Sized("tea/cups.py:1 brew", 4),
            Sized("tea/cups.py:8 pour", 4),
            Sized("tea/cups.py:9 drop", 2),
        ],
    )


@pytest.mark.parametrize(
    ("values", "share", "found"),
    [([], 50, 0), ([7], 95, 7), ([4, 1, 3, 2], 50, 2), (list(range(1, 101)), 95, 95), ([1, 1, 1, 9], 95, 9)],
)
def test_a_percentile_is_a_value_that_was_measured(values: list[int], share: int, found: int) -> None:
    assert shape.percentile(values, share) == found


def test_what_is_too_long_is_named_longest_first() -> None:
    made = Shape(
        rooms={"tea": 600},
        files=[Sized("tea/cups.py", 600), Sized("tea/pots.py", 500)],
        functions=[Sized("tea/cups.py:1 brew", 61), Sized("tea/cups.py:70 pour", 60)],
    )

    report = shape.report(made, {}).splitlines()

    assert report[-3:] == [
        "Look at these: functions above 60 lines, files above 500",
        "     61 tea/cups.py:1 brew",
        "    600 tea/cups.py",
    ]


def test_a_room_that_outgrew_the_house_is_marked() -> None:
    made = Shape(rooms={"tea": 74, "cake": 26}, files=[Sized("a.py", 100)], functions=[])

    report = shape.report(made, {}).splitlines()

    assert report[2:4] == [
        "     74  74% tea   (house: at most 25%)",
        "     26  26% cake   (house: at most 25%)",
    ]
