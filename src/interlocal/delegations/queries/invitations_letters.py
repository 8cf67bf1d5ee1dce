"""The letter of an invitation as it would be sent now."""

from interlocal.delegations.models import Invitation, Preparation
from interlocal.delegations.rules import invitations_letter
from interlocal.delegations.rules.invitations_letter import Facts
from interlocal.ground import labels


def facts_of(preparation: Preparation, invitation: Invitation) -> Facts:
    """`preparation` with its secretariat, `invitation` with its body."""
    language = invitation.language
    return Facts(
        body=labels.shown(invitation.body.label, language).text,
        contact=invitation.contact_name,
        secretariat=labels.shown(preparation.secretariat.label, language).text,
        name=preparation.name.shown(language).text,
        place=preparation.place.shown(language).text if preparation.place else "",
        from_on=preparation.from_on,
        until_on=preparation.until_on,
        due_on=invitation.due_on,
        quota=invitation.quota,
        support_quota=invitation.support_quota,
    )


def text_of(preparation: Preparation, invitation: Invitation) -> str:
    """What somebody wrote, or the standard letter filled with what is known now."""
    return invitation.letter or invitations_letter.letter(
        facts_of(preparation, invitation), invitation.language
    )
