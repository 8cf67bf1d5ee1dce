"""Reads of series, editions and topics. All of it is public."""

from interlocal.programmes.queries.changes import PUBLIC, Change, changes
from interlocal.programmes.queries.checks import Check, checks_of_body, failed_checks
from interlocal.programmes.queries.citing import facts_on
from interlocal.programmes.queries.edition_values import EditionPage
from interlocal.programmes.queries.editions import edition_page
from interlocal.programmes.queries.existing import exists
from interlocal.programmes.queries.feeds import edition_feed
from interlocal.programmes.queries.home import HomePage, home_page
from interlocal.programmes.queries.listed import (
    EditionChoices,
    EditionFilter,
    all_editions,
    edition_choices,
    edition_list,
    unknown,
)
from interlocal.programmes.queries.naming import activity_of_bodies, names_of
from interlocal.programmes.queries.participations import (
    PersonAt,
    activity_by_year,
    editions_of_body,
    editions_shared,
    last_activity_of_ties,
    participations_of_person,
)
from interlocal.programmes.queries.rows import EditionRow, Named, Where
from interlocal.programmes.queries.series import SeriesCard, SeriesPage, series_cards, series_page
from interlocal.programmes.queries.topics import TopicPage, TopicRow, topic_page, topic_rows

__all__ = [
    "PUBLIC",
    "Change",
    "Check",
    "EditionChoices",
    "EditionFilter",
    "EditionPage",
    "EditionRow",
    "HomePage",
    "Named",
    "PersonAt",
    "SeriesCard",
    "SeriesPage",
    "TopicPage",
    "TopicRow",
    "Where",
    "activity_by_year",
    "activity_of_bodies",
    "all_editions",
    "changes",
    "checks_of_body",
    "edition_choices",
    "edition_feed",
    "edition_list",
    "edition_page",
    "editions_of_body",
    "editions_shared",
    "exists",
    "facts_on",
    "failed_checks",
    "home_page",
    "last_activity_of_ties",
    "names_of",
    "participations_of_person",
    "series_cards",
    "series_page",
    "topic_page",
    "topic_rows",
    "unknown",
]
