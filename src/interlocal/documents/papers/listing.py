"""What lists of people share: on what their order rests, when and where, how many, and what a row says of somebody."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.rules.facts import Facts, Person
from interlocal.delegations.kinds import OrderRule, Part, WithinRule
from interlocal.documents.formats.document import Column, Text, text
from interlocal.documents.papers import wording
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import each, plain, said
from interlocal.ground.punctuation import bracketed, sentences
from interlocal.ground.wording import print_count


def when_and_where(facts: Facts, wish: Wish) -> Text:
    """The days and the place, on one line."""
    sheet = facts.sheet
    when = wording.period(sheet.from_on, sheet.until_on, wish)
    where = wording.local(sheet.place, wish)
    return (*when, *text("    ", wish.tongue), *where) if where else when


def basis(facts: Facts, wish: Wish) -> Text:
    """On what the order rests and whose viewpoint it is."""
    return each(wish, lambda tongue: text(_basis(facts, tongue), tongue), beside="\n")


def _basis(facts: Facts, tongue: str) -> str:
    rule = said(OrderRule(facts.order_rule).label, tongue)
    if facts.order_rule not in (OrderRule.ROTATION, OrderRule.OFFICIAL):
        rule += bracketed(wording.language_name(facts.order_language, tongue), tongue)
    told = (
        said(_("Order of delegations: %(rule)s."), tongue, rule=rule),
        said(
            _("Within a delegation: %(rule)s."),
            tongue,
            rule=said(WithinRule(facts.within_rule).label, tongue),
        ),
        said(_("Viewpoint: %(body)s."), tongue, body=plain(wording.named(facts.secretariat.name, tongue))),
    )
    return sentences(told, tongue)


def total(people: int, uncounted: int, wish: Wish) -> Text:
    """How many are on the list, and how many are announced without their names."""
    return each(wish, lambda tongue: text(_total(people, uncounted, tongue), tongue))


def _total(people: int, without_names: int, tongue: str) -> str:
    told = [said(_("Total: %(people)s."), tongue, people=print_count(people, "people", tongue))]
    if without_names:
        announced = print_count(without_names, "people", tongue)
        told.append(said(_("Announced without names: %(people)s."), tongue, people=announced))
    return sentences(told, tongue)


def head(named: tuple[Any, float], wish: Wish, *, right: bool = False) -> Column:
    """The head of a column, in two lines where it is in two languages."""
    message, width = named
    beside = each(wish, lambda tongue: text(said(message, tongue), tongue), beside="\n")
    return Column(beside, width, "right" if right else "left")


def part(person: Person, wish: Wish, *, beside: str = "\n") -> Text:
    """As what they come."""
    named = Part(person.part).label
    return each(wish, lambda tongue: text(said(named, tongue), tongue), beside=beside)


def post(person: Person, wish: Wish, *, beside: str = "\n") -> Text:
    """In the language of the paper and in the person's own, each on its line."""
    if person.post is None:
        return ()
    return wording.local(person.post, (*wish.tongues, person.post.original), beside=beside)
