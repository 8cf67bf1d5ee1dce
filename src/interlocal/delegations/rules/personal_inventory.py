"""Every column of the room and whose data it is: none, public office, contact, identity, sensitive.

Mixed columns carry the strictest of what they can hold. A column that is not listed fails a test; `datum` holds what its
`field` says. Histories have the columns of their table.
"""

from collections.abc import Mapping
from typing import Final

NONE, OFFICE, CONTACT, IDENTITY, SENSITIVE = "none", "office", "contact", "identity", "sensitive"

# model: (tag, columns), in words; a column stands once.
_TAGGED: Final[Mapping[str, Mapping[str, str]]] = {
    "Preparation": {
        NONE: "id slug series edition secretariat host copied_from after ordinal name place from_on until_on timezone "
        "language seats order_rule order_language within_rule rotation attendance_at closed_on created_at version",
        OFFICE: "created_by",
    },
    "Milestone": {NONE: "id preparation step due_on done_at reminded_on", OFFICE: "done_by"},
    "PlannedItem": {
        NONE: "id preparation position kind title day starts_at ends_at nights zone ends_zone place audience note changed_at "
        "version"
    },
    "Paper": {NONE: "id preparation position title done_at"},
    "Note": {
        NONE: "id preparation kind language carried_from written_at settled_at version",
        OFFICE: "text written_by",
    },
    "Invitation": {
        NONE: "id preparation body state quota support_quota due_on language headcount submitted_at sent_at "
        "answered_at version",
        OFFICE: "letter note",
        CONTACT: "contact_name contact_email",
    },
    "Link": {
        NONE: "id secret_hash role preparation body delegate language expires_at revoked_at made_at used_at seen_at",
        OFFICE: "made_by",
        CONTACT: "name email",
    },
    "Once": {NONE: "key verb subject at", OFFICE: "by"},
    "Delegate": {
        NONE: "id key preparation body invitation part state latin_origin reading_origin position same_as in_place_of "
        "walk_in waiting_since nominated_at approved_at erased_at changed_at version",
        OFFICE: "family given script_language latin_family latin_given reading_family reading_given post grade "
        "post_since language languages name_keys person changed_by",
    },
    "Decision": {
        NONE: "id preparation body delegate stage at of_version was undone_at",
        OFFICE: "reason by by_user undone_by",
    },
    "Change": {
        NONE: "id preparation body delegate kind state asked_at answered_at of_version",
        OFFICE: "before after reason asked_by answered_by answer",
    },
    "Moved": {
        NONE: "id preparation body delegate before_body before_delegate at undone_at",
        OFFICE: "reason by",
    },
    "CheckIn": {NONE: "id preparation body delegate once day seen_at desk at undone_at", OFFICE: "by"},
    "Escort": {NONE: "id preparation body kind languages", OFFICE: "name reading", CONTACT: "phone"},
    "Gift": {
        NONE: "id preparation body to_body what value currency given_on reported_on handed_over_on version",
        OFFICE: "giver receiver note",
    },
    "Mail": {
        NONE: "id key preparation body delegate kind state language send_at attempts next_at made_at sent_at version",
        OFFICE: "made_by queued_by",
        CONTACT: "to_name to_email reply_to subject text context error",
    },
    "Need": {NONE: "id preparation field purpose required kept_days"},
    "Datum": {
        NONE: "id preparation body delegate field sealed_with set_at",
        OFFICE: "set_by",
        CONTACT: "text",
        SENSITIVE: "sealed",
    },
    "Consent": {
        NONE: "id preparation body delegate text_version text_sha256 language fields given_at withdrawn_at",
        OFFICE: "given_by",
    },
    "Wish": {
        NONE: "id preparation body delegate kind asked_at settled_at",
        OFFICE: "text asked_by settled_by",
    },
    "Certificate": {NONE: "id preparation at reason counts digest"},
}
INVENTORY: Final[Mapping[str, Mapping[str, str]]] = {
    model: {column: tag for tag, columns in tagged.items() for column in columns.split()}
    for model, tagged in _TAGGED.items()
}
