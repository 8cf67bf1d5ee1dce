from interlocal.languages import han


def test_every_group_names_different_forms_of_one_character() -> None:
    assert [group for group in han.GROUPS if len(group) < 3 or len(set(group)) == 1] == []
    assert len(han.GROUPS) > 300


def test_every_form_is_matched_under_one_form_only() -> None:
    targets: dict[str, set[str]] = {}
    for group in han.GROUPS:
        for form in group:
            if form != group[2]:
                targets.setdefault(form, set()).add(group[2])

    assert {form: ones for form, ones in targets.items() if len(ones) > 1} == {}
    assert [one for one in han.TO_ONE.values() if one in han.TO_ONE] == []
