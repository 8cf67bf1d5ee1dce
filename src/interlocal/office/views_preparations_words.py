"""What codes of preparations are called on pages, and where the thing is done. Sentences only; no room is asked."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interlocal.delegations import kinds
from interlocal.delegations.queries.preparations_overview import MissingRow
from interlocal.delegations.queries.tasks import Task
from interlocal.delegations.rules.copying import Remark
from interlocal.ground import wording
from interlocal.ground.dates import PartialDate
from interlocal.ground.tongues import reading
from interlocal.office import links

PAGE_OF: Final = {
    "preparation": "",
    "invitations": "invitations/",
    "delegates": "people/",
    "changes": "changes/",
}


def dated(on: date | None) -> str:
    """A day with its weekday, in the language of the page."""
    return "" if on is None else wording.print_date_and_weekday(PartialDate.of(on), reading())


def period(from_on: date, until_on: date) -> str:
    """A half-open pair of days as the days between."""
    return wording.print_period(PartialDate.of(from_on), PartialDate.of(until_on), reading())


# -- what is missing --

_MISSING: Final[dict[str, Callable[[str, int], str]]] = {
    "nobody_invited": lambda _body, _n: _("No government is invited yet."),
    "no_invitation_sent": lambda _body, _n: _("No invitation was sent yet."),
    "invitation_to_send": lambda body, _n: _("The invitation to %(body)s is not sent.") % {"body": body},
    "list_to_send": lambda body, _n: _("%(body)s has not sent its list.") % {"body": body},
    "to_pre_approve": lambda body, n: _counted(
        ngettext(
            "%(body)s: %(num)s delegate to pre-approve.", "%(body)s: %(num)s delegates to pre-approve.", n
        ),
        body,
        n,
    ),
    "to_approve": lambda body, n: _counted(
        ngettext("%(body)s: %(num)s delegate to approve.", "%(body)s: %(num)s delegates to approve.", n),
        body,
        n,
    ),
    "to_nominate": lambda body, n: _counted(
        ngettext(
            "%(body)s: %(num)s delegate is still being entered.",
            "%(body)s: %(num)s delegates are still being entered.",
            n,
        ),
        body,
        n,
    ),
    "still_waiting": lambda body, n: _counted(
        ngettext(
            "%(body)s: %(num)s delegate on the waiting list.",
            "%(body)s: %(num)s delegates on the waiting list.",
            n,
        ),
        body,
        n,
    ),
    "changes_to_answer": lambda body, n: _counted(
        ngettext("%(num)s late change waits for an answer.", "%(num)s late changes wait for an answer.", n),
        body,
        n,
    ),
    "last_day_to_come": lambda _body, _n: _("The last day has not begun yet."),
    "attendance_to_record": lambda _body, _n: _("The attendance is not recorded."),
}
_WHERE: Final = {
    "nobody_invited": "invitations/",
    "no_invitation_sent": "invitations/",
    "invitation_to_send": "invitations/",
    "list_to_send": "invitations/",
    "to_pre_approve": "people/",
    "to_approve": "people/",
    "to_nominate": "people/",
    "still_waiting": "people/",
    "changes_to_answer": "changes/",
    "attendance_to_record": "days/",
}


def _counted(pattern: str, body: str, number: int) -> str:
    return pattern % {"body": body, "num": number}


def missing(row: MissingRow) -> str:
    return _MISSING[row.code](row.of.name.text if row.of else "", row.count)


def where(row: MissingRow) -> str:
    """Below which path it is done; empty where there is no page for it."""
    return _WHERE.get(row.code, "")


def who(row: MissingRow) -> str:
    if row.who == "body" and row.of is not None:
        return row.of.name.text
    return _("an approver") if row.who == "approver" else _("the secretariat")


def delegation_href(body: str, preparation: str, slug: str) -> str:
    """The page of one delegation."""
    return links.preparation(body, preparation, f"delegation/{slug}/")


# -- remarks on a proposal --


def remark(one: Remark) -> str:
    on = dated(one.on)
    if one.code == "in_the_past":
        return _("%(day)s is in the past.") % {"day": on}
    if one.code == "day_on_weekend":
        return _("%(day)s is on a weekend.") % {"day": on}
    if one.code == "meanwhile":
        return _("On the same days you also hold: %(name)s.") % {"name": one.about}
    step = str(kinds.Step(one.about).label)
    if one.code == "deadline_on_weekend":
        return _("The deadline of “%(step)s” falls on a weekend: %(day)s.") % {"step": step, "day": on}
    return _("The deadline of “%(step)s” has gone by already: %(day)s.") % {"step": step, "day": on}


# -- tasks --

_TASKS: Final[dict[str, Callable[[Task], str]]] = {
    "step_due": lambda task: _("Next step: %(step)s") % {"step": kinds.Step(task.step).label},
    "invitations_to_send": lambda task: (
        ngettext("%(num)s invitation to send", "%(num)s invitations to send", task.count)
        % {"num": task.count}
    ),
    "to_pre_approve": lambda task: (
        ngettext("%(num)s delegate to pre-approve", "%(num)s delegates to pre-approve", task.count)
        % {"num": task.count}
    ),
    "lists_late": lambda task: (
        ngettext(
            "%(num)s delegation has not sent its list in time",
            "%(num)s delegations have not sent their lists in time",
            task.count,
        )
        % {"num": task.count}
    ),
    "to_approve": lambda task: (
        ngettext("%(num)s delegate to approve", "%(num)s delegates to approve", task.count)
        % {"num": task.count}
    ),
    "changes_to_answer": lambda task: (
        ngettext("%(num)s late change to answer", "%(num)s late changes to answer", task.count)
        % {"num": task.count}
    ),
    "own_list_to_send": lambda _task: _("Send the list of your delegation"),
    "invitation_to_answer": lambda _task: _("Answer the invitation"),
}


def task_says(task: Task) -> str:
    return _("%(edition)s: %(task)s") % {"edition": task.name.text, "task": _TASKS[task.code](task)}


def task_href(task: Task) -> str:
    if task.kind == "delegation":
        return delegation_href(task.hat, task.preparation, task.hat) or links.preparation(
            task.hat, task.preparation
        )
    path = PAGE_OF[task.kind]
    return links.preparation(task.hat, task.preparation, path)


def task_due(task: Task) -> datetime | None:
    """The end of the day, by the office's clock."""
    if task.due_on is None:
        return None
    return datetime.combine(task.due_on, time(18), tzinfo=ZoneInfo(settings.OFFICE_ZONE))
