import pytest

from interlocal.registry.rules import circles


@pytest.mark.parametrize(
    ("parents", "found"),
    [
        ({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}, [["a", "b", "c"]]),
        ({"a": ["a"]}, [["a"]]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["b"], "b": ["a", "c"], "c": ["b"]}, [["a", "b"], ["b", "c"]]),
        ({}, []),
    ],
)
def test_chains_that_lead_back_to_themselves_are_found_once(
    parents: dict[str, list[str]], found: list[list[str]]
) -> None:
    assert circles(parents) == found


def test_a_chain_may_be_longer_than_python_calls_itself() -> None:
    chain = {f"n{step:05}": [f"n{step + 1:05}"] for step in range(3000)}

    assert circles(chain) == []
