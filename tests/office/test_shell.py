"""What surrounds every page of the office: hats, flashes, what is refused, what was changed meanwhile, the local mailbox."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path
from playwright.sync_api import sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from interlocal.config import urls
from interlocal.delegations.kinds import Changed
from interlocal.ground.mailbox import Backend
from interlocal.ground.refused import Refused
from interlocal.office import views_preparations_tasks
from interlocal.office.forms import LongText, Moment, OfficeForm, Once, Text, Versioned
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.office.tasks import Task
from tests import cast, make
from tests.office import acting
from tests.office.test_sign_in import PASSWORD
from tests.portal.test_frame import chromium, violations

pytestmark = pytest.mark.django_db

HERE = "/en/office/gyeongbuk/try/"


class Try(OfficeForm):
    name = Text(max_length=10)
    text = LongText(required=False)


def tried(request: OfficeRequest, body: str) -> HttpResponse:
    """A form whose verb refuses some names."""
    form = Try(posted(request))
    if form.is_valid():
        with form.refusals():
            _verb(form.cleaned_data["name"], actor=request.actor.body_slug, body=body)
            return done(request, "Done.", to=HERE, undo=f"{HERE}undo/")
    return show(request, "account/password_reset.html", {"form": form}, block="inside")


def _verb(name: str, *, actor: str, body: str) -> None:
    assert actor == body
    if name == "taken":
        raise Refused("taken", "This name is taken.", field="name")
    if name == "late":
        raise Refused("late", "It is too late.")
    if name == "changed":
        raise Changed(
            by="Lee <i>", theirs={"name": "이", "seats": 3}, yours={"name": "김", "seats": 3}, version=4
        )


def raising(request: HttpRequest, body: str, what: str) -> HttpResponse:
    raise {
        "refused": Refused("late", "It is <too> late."),
        "absent": ObjectDoesNotExist(),
        "denied": PermissionDenied("secret reason"),
        "broken": ZeroDivisionError(),
    }[what]


urlpatterns = [
    path("en/office/<slug:body>/try/", tried),
    path("en/office/<slug:body>/raise/<str:what>/", raising),
    *urls.urlpatterns,
]
handler400, handler404, handler429, handler500 = (
    urls.handler400,
    urls.handler404,
    urls.handler429,
    urls.handler500,
)


@pytest.fixture
def coordinator() -> Iterator[Client]:
    with override_settings(ROOT_URLCONF=__name__):
        cast.gyeongbuk()
        client = acting.as_coordinator(of="gyeongbuk")
        client.raise_request_exception = False
        yield client


def page(response: HttpResponse) -> str:
    return response.content.decode()


# -- hats --


def test_one_sees_for_whom_one_can_act_and_wears_one_hat_at_a_time() -> None:
    kim = make.user("kim@gb.example", name="Kim")
    make.mandate(kim, cast.gyeongbuk())
    make.mandate(kim, cast.tottori(), "reader")
    client = acting.signed_in(kim)

    shown = page(client.get("/en/office/tottori/"))

    menu = shown.partition('<details class="menu hats">')[2].partition("</details>")[0]
    assert ("Tottori Prefecture</span></summary>" in menu, "Gyeongsangbuk-do" in menu, "reader" in menu) == (
        True,
    ) * 3
    assert '<a href="/en/office/tottori/" aria-current="true">' in menu


@pytest.mark.parametrize("body", ["tottori", "nowhere", "admin"])
def test_a_hat_that_is_not_ones_own_is_not_there(body: str) -> None:
    cast.tottori()
    client = acting.as_coordinator(of="gyeongbuk")

    response = client.get(f"/en/office/{body}/")

    assert (response.status_code, "another hat" in page(response)) == (404, True)


def test_an_ended_mandate_lets_in_no_more() -> None:
    client = acting.as_coordinator(of="gyeongbuk")
    before = client.get("/en/office/gyeongbuk/").status_code
    from interlocal.registry.models import Mandate

    Mandate.objects.all().delete()

    assert (before, client.get("/en/office/gyeongbuk/").status_code) == (200, 404)


def test_who_has_no_mandate_is_told_how_one_comes(client: Client) -> None:
    anybody = page(acting.signed_in(make.user()).get("/en/office/"))
    admin = page(acting.as_administrator().get("/en/office/"))

    assert "gives you a mandate" in anybody
    assert "/en/office/admin/mandates/" in admin


def test_pages_of_administrators_are_not_there_for_others() -> None:
    coordinator = acting.as_coordinator(of="gyeongbuk")

    assert coordinator.get("/en/office/admin/mailbox/").status_code == 404
    assert acting.as_administrator().get("/en/office/admin/mailbox/").status_code == 200


def test_arriving_costs_the_same_for_each_hat_more() -> None:
    """Each hat stands behind a wall of its own; what can be asked for all of them is asked once."""
    kim = make.user("kim@gb.example")
    client = acting.signed_in(kim)

    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            client.get("/en/office/")
        return len([one for one in seen if "SAVEPOINT" not in one["sql"]])

    costs = []
    for slug in ("a", "b", "c", "d"):
        make.mandate(kim, make.body(slug))
        client.get("/en/office/")
        costs.append(cost())

    more = {after - before for before, after in pairwise(costs)}
    assert len(more) == 1
    assert more.pop() <= 8


def test_tasks_stand_the_most_urgent_first(monkeypatch: pytest.MonkeyPatch) -> None:
    late = make.NOON.replace(year=2030)
    given = (
        Task("Later", "/en/office/b/", late),
        Task("Some day", "/en/office/c/"),
        Task("Now", "/en/office/a/", make.NOON),
    )
    monkeypatch.setattr(views_preparations_tasks, "waiting", lambda actors, at: {"gyeongbuk": list(given)})
    client = acting.as_coordinator(of="gyeongbuk")

    shown = page(client.get("/en/office/"))

    order = [shown.index(f">{says}<") for says in ("Now", "Later", "Some day")]
    assert order == sorted(order)
    assert "by 2 March 2026 21:00" in shown


def test_the_language_changes_and_the_page_stays() -> None:
    client = acting.as_coordinator(of="gyeongbuk")

    shown = page(client.get("/en/office/gyeongbuk/?page=1"))

    for code in ("ko", "ja", "zh-hans", "en"):
        assert f'<a href="/{code}/office/gyeongbuk/?page=1"' in shown


# -- forms, refusals, conflicts --


def test_a_done_verb_is_said_once_on_the_next_page_with_a_way_back(coordinator: Client) -> None:
    answer = coordinator.post(HERE, {"name": "Kim"})
    shown, again = page(coordinator.get(HERE)), page(coordinator.get(HERE))

    assert (answer.status_code, answer["Location"]) == (303, HERE)
    assert (shown.count("<p>Done.</p>"), again.count("<p>Done.</p>")) == (1, 0)
    assert f'action="{HERE}undo/"' in shown


def test_for_htmx_a_done_verb_is_an_address_to_go_to(coordinator: Client) -> None:
    answer = acting.htmx(coordinator, HERE, {"name": "Kim"})

    assert (answer.status_code, answer["HX-Redirect"]) == (204, HERE)


@pytest.mark.parametrize(
    ("name", "says"),
    [("taken", "This name is taken."), ("late", "It is too late."), ("", "This field is required.")],
)
def test_a_refusal_is_shown_on_the_form_with_what_was_typed(
    coordinator: Client, name: str, says: str
) -> None:
    form = coordinator.post(HERE, {"name": name, "text": "kept"})

    assert form.status_code == 422
    assert says in page(form)


def test_a_part_of_a_page_is_only_that_part(coordinator: Client) -> None:
    part = page(acting.htmx(coordinator, HERE, {"name": "taken"}))

    assert ("This name is taken." in part, "<html" in part) == (True, False)


def test_what_somebody_else_saved_meanwhile_is_shown_beside_ones_own(coordinator: Client) -> None:
    answer = coordinator.post(
        HERE, {"name": "changed"}, headers={"referer": f"http://evil.example{HERE}?a=1"}
    )
    shown = page(answer)

    assert answer.status_code == 409
    assert ("<ins>김</ins>" in shown, "<mark>이</mark>" in shown, shown.count('class="differs"')) == (
        True,
        True,
        1,
    )
    assert "Lee &lt;i&gt;" in shown
    assert f'href="{HERE}?a=1"' in shown
    assert "evil.example" not in shown


@pytest.mark.parametrize(
    ("what", "status", "says"),
    [
        ("refused", 422, "It is &lt;too&gt; late."),
        ("absent", 404, ""),
        ("denied", 404, ""),
        ("broken", 500, ""),
    ],
)
def test_what_a_room_raises_becomes_an_answer(coordinator: Client, what: str, status: int, says: str) -> None:
    address = f"/en/office/gyeongbuk/raise/{what}/"

    answer, part = coordinator.get(address), acting.htmx(coordinator, address)

    assert (answer.status_code, part.status_code) == (status, status)
    assert says in page(answer)
    assert "secret reason" not in page(answer)
    assert answer["Cache-Control"] == "no-store"


def test_not_yours_and_not_there_look_the_same(coordinator: Client) -> None:
    shown = {
        page(coordinator.get(f"/en/office/gyeongbuk/raise/{what}/"))
        .partition("<main")[2]
        .partition("</main>")[0]
        for what in ("absent", "denied")
    }

    assert len(shown) == 1


@pytest.mark.parametrize("name", ["Kim\u202e", "a\x07b", "\u200fKim"])
def test_texts_with_unseen_characters_are_refused(name: str) -> None:
    form = Try({"name": name})

    assert form.errors.get_json_data()["name"][0]["code"] == "unseen"


@pytest.mark.parametrize("name", ["金𠮷野", "ｶﾅ", "각", "X"])
def test_rare_and_old_characters_are_kept_as_they_are_typed(name: str) -> None:
    form = Try({"name": name})

    assert (form.is_valid(), form.cleaned_data["name"]) == (True, name)


def test_forms_carry_versions_and_keys_that_no_eye_sees() -> None:
    class Both(Versioned, Once):
        at = Moment()

    blank, given = Both(), Both({"version": "3", "once": "no", "at": "2026-06-10T09:30"})

    assert [field.name for field in blank.hidden_fields()] == ["once", "version"] or {
        field.name for field in blank.hidden_fields()
    } == {"once", "version"}
    assert blank["once"].value() != Both()["once"].value()
    assert list(given.errors) == ["once"]
    assert given.cleaned_data["at"].isoformat() == "2026-06-10T09:30:00+09:00"
    assert isinstance(blank.fields["version"], forms.IntegerField)


# -- the local mailbox --


@pytest.fixture
def mailbox(settings: Settings, tmp_path: Path) -> Path:
    settings.MAILBOX = tmp_path / "mailbox"
    return tmp_path / "mailbox"


def written(message: Any) -> int:
    return int(Backend().send_messages([message]))


@pytest.mark.usefixtures("mailbox")
def test_mails_wait_in_the_local_mailbox_for_administrators() -> None:
    message = EmailMultiAlternatives(
        "초청장", "가 http://localhost:8000/ko/x/ 나", "a@b.example", ["김 <kim@gb.example>"]
    )
    message.attach_alternative("<b onclick='x()'>가</b>", "text/html")
    message.attach("명단.csv", "a,b", "text/csv")
    client = acting.as_administrator()

    sent = written(message)
    shown = page(client.get("/en/office/admin/mailbox/"))
    key = (
        shown.partition("/en/office/admin/mailbox/")[2]
        .rpartition("/en/office/admin/mailbox/")[2]
        .partition("/")[0]
    )
    letter = page(client.get(f"/en/office/admin/mailbox/{key}/"))

    assert (sent, "초청장</a>" in shown, "kim@gb.example" in shown) == (1, True, True)
    assert '<a href="http://localhost:8000/ko/x/">' in letter
    assert "&lt;b onclick=&#39;x()&#39;&gt;" in letter
    assert ("명단.csv" in letter, "a,b" in letter) == (True, False)


@pytest.mark.usefixtures("mailbox")
def test_a_mail_to_nobody_is_not_written() -> None:
    assert written(EmailMessage("a", "b", to=[])) == 0
    assert "No mail has been written yet." in page(acting.as_administrator().get("/en/office/admin/mailbox/"))


@pytest.mark.parametrize("key", ["nothing", "..", "%2e%2e%2fnew"])
@pytest.mark.usefixtures("mailbox")
def test_a_mail_that_is_not_there_is_not_there(key: str) -> None:
    assert acting.as_administrator().get(f"/en/office/admin/mailbox/{key}/").status_code == 404


def test_with_a_mail_server_there_is_no_mailbox(settings: Settings) -> None:
    settings.MAILBOX = None

    assert acting.as_administrator().get("/en/office/admin/mailbox/").status_code == 404


# -- in a browser --

PAGES = (
    "office/",
    "office/gyeongbuk/",
    "office/nowhere/",
    "office/admin/mailbox/",
    "account/",
    "account/factors/",
    "account/sessions/",
    "account/password/change/",
)


def browse(address: str, scheme: Any, width: int) -> tuple[list[str], list[str], list[str]]:
    """What axe finds, which pages must be moved sideways to be read, and what the console said."""
    faults: list[str] = []
    wide: list[str] = []
    console: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        tab = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}).new_page()
        tab.on("console", lambda said: console.append(said.text) if said.type == "error" else None)
        faults += violations(tab, f"{address}/ko/account/login/")
        tab.fill("[name=login]", "kim@gb.example")
        tab.fill("[name=password]", PASSWORD)
        tab.press("[name=password]", "Enter")
        tab.wait_for_url("**/ko/office/")
        for name in PAGES:
            for tongue in ("ko", "en"):
                faults += violations(tab, f"{address}/{tongue}/{name}")
                if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    wide.append(f"{tongue}/{name}")
        tab.keyboard.press("?")
        assert tab.locator("#keys").is_visible()
        browser.close()
    return faults, wide, [said for said in console if "404" not in said]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 360)])
def test_the_office_is_open_to_everybody(live_server: LiveServer, scheme: str, width: int) -> None:
    kim = make.user("kim@gb.example", name="김하늘", password=PASSWORD, is_administrator=True)
    make.mandate(kim, cast.gyeongbuk())
    make.mandate(kim, cast.tottori(), "reader")

    with ThreadPoolExecutor(1) as threads:
        found = threads.submit(browse, live_server.url, scheme, width).result()

    assert found == ([], [], [])
