"""What is wrong with record files, said so that the one who wrote them can mend it."""

import dataclasses
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlocal.ground.entries import Mark

REASONS: dict[str, Any] = {
    # files
    "not_there": _("There is no such file or folder."),
    "nothing_here": _("The folder holds no YAML file."),
    "not_utf8": _(
        "The file is not UTF-8: byte %(byte)s at position %(position)s. "
        "It reads like %(guess)s; save it as UTF-8."
    ),
    "not_utf8_unknown": _("The file is not UTF-8: byte %(byte)s at position %(position)s. Save it as UTF-8."),
    "unreadable": _("The file cannot be read: %(detail)s"),
    "too_large": _("The file has %(size)s MB; a record file may have %(limit)s MB. Split it."),
    "control_character": _("A control character (U+%(code)s) stands here. Remove it."),
    "bad_yaml": _("This is not valid YAML: %(detail)s"),
    "alias": _("Anchors and aliases (& and *) are not allowed in record files. Write the value out."),
    "too_deep": _("The values are nested deeper than %(limit)s levels."),
    "duplicate_field": _("The field “%(name)s” stands twice in this entry."),
    "other_record": _(
        "This file belongs to the record “%(name)s”, the others to “%(other)s”. Load them apart."
    ),
    # shapes
    "unknown_field": _("There is no field “%(name)s” here. Known fields: %(known)s."),
    "missing": _("The field “%(name)s” is missing."),
    "not_a_mapping": _("Here belong fields with values, not %(found)s."),
    "not_a_list": _("Here belongs a list, not %(found)s."),
    "not_text": _("Here belongs text, not %(found)s. Put it in quotes."),
    "empty": _("The value is empty. Write one, or leave the field out."),
    "not_a_number": _("Here belongs a whole number, not “%(found)s”."),
    "not_a_decimal": _("Here belongs a number, not “%(found)s”."),
    "not_true_or_false": _("Here belongs true or false, not “%(found)s”."),
    "out_of_range": _("%(found)s is not between %(low)s and %(high)s."),
    "not_one_of": _("“%(found)s” is not one of: %(known)s."),
    "impossible_date": _("“%(found)s” is not a date. Write it as 2017, 2017-11 or 2017-11-05."),
    "impossible_span": _("“%(found)s” is not a span of days. Write 2025-06-19/2025-06-20, or one date."),
    "impossible_time": _('“%(found)s” is not a time of day. Write it as "09:30".'),
    "not_a_point": _("Here belong a longitude and a latitude: [128.5, 36.6]."),
    "bad_id": _("“%(found)s” cannot be an id: lower-case ASCII letters, digits and hyphens only."),
    "bad_country": _("“%(found)s” is not a country code of two capital letters."),
    "bad_language": _("“%(found)s” is not a language code such as ko, ja, zh-Hans or en."),
    "bad_script": _("“%(found)s” is not a script code such as Hang, Jpan, Hans or Latn."),
    "bad_address": _("“%(found)s” is not a web address that begins with http:// or https://."),
    "bad_sha256": _("“%(found)s” is not a SHA-256 sum: 64 hexadecimal digits."),
    "bad_zone": _("“%(found)s” is not a time zone such as Asia/Seoul."),
    "bad_heritage": _("“%(found)s” is not one of: unesco, national."),
    "too_long": _("The text has %(length)s characters; %(limit)s are allowed."),
    "bad_state_of_text": _("A translation is human, machine or outdated, not “%(found)s”."),
    "no_original": _("The text has no “%(lang)s” version, which is its original language."),
    "no_version": _("The text has no “%(lang)s” version; names of topics stand in all four languages."),
    "bad_cite": _("“%(found)s” is not a citation. Write source-id, or source-id § place."),
    # the whole
    "no_source": _("This fact cites no source. Add “cite”, here or further up."),
    "twice": _("The %(kind)s “%(id)s” is already in %(file)s, line %(line)s."),
    "twice_inside": _("“%(id)s” stands twice in this list."),
    "unknown_reference": _("There is no %(kind)s “%(id)s” in these files or in the record."),
    "still_named": _("The %(kind)s “%(id)s” is no longer in these files, but this still names it."),
    "still_needed": _("“%(id)s”, of another record, still names what these files no longer hold."),
    "of_other_record": _("The %(kind)s “%(id)s” already belongs to the record “%(record)s”."),
    "own_parent": _("These bodies lie in each other: %(circle)s."),
    "broader_circle": _("These topics are broader than each other: %(circle)s."),
    "until_before_from": _("“until” is before “from”."),
    "undated_tenure": _("A tenure needs at least one of from, until and as_of."),
    "tenures_overlap": _("%(other)s also holds the post %(post)s in that time (%(file)s, line %(line)s)."),
    "tenure_twice": _("This person already holds the post %(post)s in that time (%(file)s, line %(line)s)."),
    "no_name": _("An official name is missing."),
    "one_side": _("A tie needs at least two sides, of different bodies."),
    "no_state": _("An edition needs at least one state."),
    "bad_move": _("“%(state)s” cannot follow “%(before)s”."),
    "held_undated": _("An edition that was held needs its days."),
    "nobody": _("Name a person, a post or a body."),
    "ends_before_start": _("It ends before it starts."),
    "no_zone": _("Hours need a time zone, such as zone: Asia/Seoul."),
    "ordinal_twice": _("Number %(ordinal)s of this series is also %(other)s."),
    "unknown_item": _("This edition has no item “%(id)s”."),
    "bad_claim": _("“%(found)s” is not a value for %(attribute)s. %(expected)s"),
    "two_chosen": _(
        "Only one claim on “%(attribute)s” can be chosen; %(file)s, line %(line)s is chosen too."
    ),
    "none_chosen": _(
        "There are several claims on “%(attribute)s”; mark the one to display with chosen: true."
    ),
    "code_twice": _("The code %(scheme)s %(value)s is also held by %(other)s."),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: where, in which field, why (a key of REASONS), with the values of the sentence."""

    mark: Mark
    field: str
    code: str
    values: dict[str, Any] = dataclasses.field(default_factory=dict)

    def __str__(self) -> str:
        place = f"{self.mark.file}:{self.mark.line}" if self.mark.line else self.mark.file
        named = f" [{self.field}]" if self.field else ""
        return f"{place}{named} {REASONS[self.code] % self.values}"


class Unloadable(Exception):
    """Files that cannot be loaded; `problems` holds everything found, in the order of the files."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems
