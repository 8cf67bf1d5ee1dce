"""Papers in the office: one click, all choices, progress, files, and a body's own templates."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from interlocal.documents import papers as shelf
from interlocal.documents import printing, templates
from interlocal.office import forms_papers, views_papers, views_papers_printings, views_papers_templates
from interlocal.papers.commands import working
from interlocal.papers.models import Printing
from tests import make
from tests.delegations import scene
from tests.documents import little
from tests.office import acting
from tests.owning import owning

pytestmark = pytest.mark.django_db

PAPERS = "/en/office/garok/preparations/forum-2026/papers/"


@pytest.fixture(autouse=True)
def one_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in (
        (shelf, "papers"),
        (printing, "papers"),
        (forms_papers, "papers"),
        (views_papers, "all_papers"),
        (views_papers_printings, "papers"),
        (views_papers_templates, "papers"),
    ):
        monkeypatch.setattr(module, name, lambda: {"tiny": little.PAPER})


def staff(of: str = "garok", role: str = "secretariat") -> Client:
    scene.body(of)
    return acting.acting(of=of, role=role)


def orders() -> list[Printing]:
    with owning():
        return list(Printing.objects.order_by("pk"))


def print_all() -> None:
    """What the worker would do, without its processes."""
    with owning():
        while held := working.take_next(actor=working.WORKER, at=make.NOON):
            order = printing.Order(held.preparation, held.paper, held.format, printing.wish_of(held.wish))
            made = printing.render(order, little.facts(number=held.release))
            kept = working.Result(made.filename, made.media_type, made.content, made.pages, held.release)
            working.keep_result(
                actor=working.WORKER, at=make.NOON, key=held.key, input_sha256="a" * 64, result=kept
            )


def click(client: Client, address: str = PAPERS, **values: Any) -> Any:
    return acting.post(client, address, {"once": str(uuid4()), "paper": "tiny", "format": "pdf", **values})


def test_one_click_prints_in_the_language_of_the_page_and_the_file_opens() -> None:
    scene.preparation()
    client = staff()

    answer = click(client, PAPERS.replace("/en/", "/ko/"))
    waiting = client.get(PAPERS).content.decode()
    print_all()
    done = client.get(PAPERS).content.decode()
    address = re.search(r'href="([^"]+/printings/[^"]+/)" download', done)
    assert address
    file = client.get(address[1])

    assert (answer.status_code, orders()[0].wish["tongues"]) == (303, ["ko"])
    assert "every 700ms" in waiting and "http-equiv" in waiting
    assert "every 700ms" not in done
    assert file.content[:5] == b"%PDF-"
    assert file["Content-Disposition"] == (
        'attachment; filename="forum-2026-tiny-ko.pdf"; '
        "filename*=UTF-8''2026%20%ED%8F%AC%EB%9F%BC%20-%20Little%20paper.pdf"
    )
    assert (file["X-Content-Type-Options"], file["Cache-Control"]) == ("nosniff", "no-store")


def test_htmx_gets_the_list_alone_and_asks_for_it_again() -> None:
    scene.preparation()
    client = staff()

    values = {"once": str(uuid4()), "paper": "tiny", "format": "docx"}
    ordered = acting.htmx(client, PAPERS, values).content.decode()
    again = acting.htmx(client, f"{PAPERS}printings/").content.decode()

    assert all(part.lstrip().startswith('<section id="printings"') for part in (ordered, again))
    assert all('data-state="queued"' in part for part in (ordered, again))


def test_all_that_can_be_chosen_reaches_the_order() -> None:
    forum = scene.preparation()
    scene.delegate(scene.invitation(forum, "gyeongbuk"))
    client = staff()
    page = client.get(f"{PAPERS}tiny/").content.decode()

    chosen = {"first": "ja", "second": "zh-Hans", "whom": "body:gyeongbuk", "option_size": "a3"}
    answer = click(client, f"{PAPERS}tiny/", format="hwpx", **chosen)

    assert answer.status_code == 303
    assert 'value="body:gyeongbuk"' in page
    assert orders()[0].format == "hwpx"
    assert {key: orders()[0].wish[key] for key in ("tongues", "body", "options")} == {
        "tongues": ["ja", "zh-Hans"],
        "body": "gyeongbuk",
        "options": {"size": "a3"},
    }


def test_the_same_language_twice_is_said_at_its_field() -> None:
    scene.preparation()

    answer = click(staff(), f"{PAPERS}tiny/", first="ko", second="ko", whom="all", option_size="a4")

    assert answer.status_code == 422
    assert "Choose a language other than the first." in answer.content.decode()
    assert orders() == []


def test_an_invited_body_prints_its_own_delegation() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk")
    client = staff("gyeongbuk", "coordinator")
    address = PAPERS.replace("garok", "gyeongbuk")

    page = client.get(address).content.decode()
    answer = click(client, address)

    assert "It shows your own delegation." in page
    assert (answer.status_code, orders()[0].wish["body"]) == (303, "gyeongbuk")


def test_a_reader_of_an_invited_body_finds_nothing_to_print() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk")
    client = staff("gyeongbuk", "reader")
    address = PAPERS.replace("garok", "gyeongbuk")

    page = client.get(address)
    answer = click(client, address)

    assert (page.status_code, "There is no paper you can print here." in page.content.decode()) == (200, True)
    assert (answer.status_code, orders()) == (404, [])


def test_what_is_called_off_says_so() -> None:
    scene.preparation()
    client = staff()
    click(client)

    answer = acting.post(client, f"{PAPERS}printings/{orders()[0].key}/cancel/")

    assert (answer.status_code, orders()[0].state) == (303, "cancelled")
    assert "cancelled" in client.get(PAPERS).content.decode()


def test_a_file_of_another_body_is_not_there() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk")
    click(staff())
    print_all()

    address = f"{PAPERS}printings/{orders()[0].key}/".replace("garok", "gyeongbuk")

    assert staff("gyeongbuk", "coordinator").get(address).status_code == 404


def test_what_the_record_lacks_is_said_before_printing(monkeypatch: pytest.MonkeyPatch) -> None:
    scene.preparation()

    page = staff().get(PAPERS).content.decode()

    assert "Nobody comes yet." in page


# -- templates --


def upload(client: Client, name: str, content: bytes) -> Any:
    values = {"once": str(uuid4()), "paper": "tiny", "file": SimpleUploadedFile(name, content)}
    return client.post("/en/office/garok/templates/", values)


@pytest.mark.parametrize("made_as", ["docx", "hwpx"])
def test_a_sample_is_taken_tried_and_put_away(made_as: str) -> None:
    forum = scene.preparation()
    scene.delegate(scene.invitation(forum, "gyeongbuk"))
    client = staff()
    sample = client.get(f"/en/office/garok/templates/sample/{made_as}/").content

    kept = upload(client, f"ours.{made_as}", sample)
    page = client.get(kept["Location"]).content.decode()
    tried = client.get(f"{kept['Location']}?preparation=forum-2026&language=ko")
    away = acting.post(client, f"{kept['Location']}retire/")
    listed = client.get(away["Location"]).content.decode()

    assert kept.status_code == 303
    assert "<code>event</code>" in page
    assert (tried.content[:2], tried["Content-Disposition"]) == (
        b"PK",
        f'attachment; filename="forum-2026-try.{made_as}"',
    )
    assert "Use again" in listed and "reinstate" in listed


def test_a_template_that_asks_for_what_is_not_there_is_refused_with_the_place() -> None:
    sample = templates.sample("docx", "en")
    broken = _with(sample, b"{{ event }}", b"{{ budget }}")

    answer = upload(staff(), "ours.docx", broken)

    says = answer.content.decode()
    assert answer.status_code == 422
    assert "<code>budget</code>" in says and "near “{{ budget }}”" in says


@pytest.mark.parametrize(
    ("name", "content"), [("ours.exe", b"MZ"), ("ours.docx", b"not a zip"), ("ours.typ", b"#let x =\n#foo(")]
)
def test_what_is_no_template_is_refused_and_nothing_is_kept(name: str, content: bytes) -> None:
    client = staff()

    answer = upload(client, name, content)

    assert answer.status_code == 422
    assert "There is no template of your own" in client.get("/en/office/garok/templates/").content.decode()


def _with(package: bytes, said: bytes, instead: bytes) -> bytes:
    import io
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(said, instead))
    return made.getvalue()
