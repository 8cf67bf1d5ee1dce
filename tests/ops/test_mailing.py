"""What the worker does with the mail: one connection for a batch, a mark after each, and what comes back."""

import smtplib
from pathlib import Path
from typing import Any

import pytest
from django.core import mail as django_mail

from interlocal.delegations.commands import outbox
from interlocal.delegations.commands.sending import Outgoing
from interlocal.delegations.models import Mail
from interlocal.documents import mail as post
from interlocal.ops import mailing
from tests.delegations import scene
from tests.delegations.test_outbox import as_owner, asked, forum_with_drafts, states

__all__ = ["as_owner"]

LETTER = Outgoing("0" * 8, "ja", "藤田, 悦夫", "fujita@tottori.example", "", "ご案内", "本文")


def test_a_comma_in_a_name_makes_no_second_recipient() -> None:
    message = post.message(LETTER, host="interlocal.local").message()

    assert message["To"].count("@") == 1
    assert message["Message-ID"] == f"<{LETTER.key}@interlocal.local>"


class Server:
    """A way out that answers each recipient as it was told to."""

    def __init__(self, answer: Exception | None) -> None:
        self.answer = answer

    def send_messages(self, messages: Any) -> int:
        if self.answer:
            raise self.answer
        return len(messages)


@pytest.mark.parametrize(
    ("answer", "for_good"),
    [
        (smtplib.SMTPRecipientsRefused({"x": (550, b"no such user")}), True),
        (smtplib.SMTPRecipientsRefused({"x": (450, b"try later")}), False),
        (smtplib.SMTPDataError(554, b"spam"), True),
        (smtplib.SMTPServerDisconnected("gone"), False),
        (TimeoutError("slow"), False),
    ],
)
def test_what_a_server_refuses_for_good_is_not_tried_again(answer: Exception, for_good: bool) -> None:
    way: Any = Server(answer)

    failure = post.deliver(LETTER, host="interlocal.local", connection=way)

    assert failure is not None
    assert failure.for_good is for_good


@pytest.mark.django_db(transaction=True)
def test_chosen_mails_leave_and_are_marked(as_owner: None) -> None:
    forum, drafts = forum_with_drafts(2)
    outbox.send_mails(**asked(forum), mails=drafts[:1], send_at=None)

    tried = mailing.send_due(at=scene.NOON)

    assert tried == 1
    assert [message.subject for message in django_mail.outbox] == ["안내 0"]
    assert states(forum) == ["sent", "draft"]


RETURNED = """From: MAILER-DAEMON@example.org
To: office@example.org
Subject: Undelivered Mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; example.org

Final-Recipient: rfc822; kim@gb.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 no such user

--b
Content-Type: text/rfc822-headers

Message-ID: <%s@interlocal.local>
Subject: x

--b--
"""


@pytest.mark.django_db(transaction=True)
def test_a_returned_mail_is_found_by_its_message_id(as_owner: None, tmp_path: Path) -> None:
    forum, (key,) = forum_with_drafts()
    (tmp_path / "1").write_text(RETURNED % key)
    (tmp_path / "2").write_text("Subject: hello\n\nnot a report")

    noted = mailing.note_bounces(tmp_path)

    assert noted == 1
    assert states(forum) == ["bounced"]
    assert Mail.objects.get().error == "smtp; 550 no such user"
