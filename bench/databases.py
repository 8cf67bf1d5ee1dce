"""Scratch databases beside the one at hand, one for each scale, and what their servers' processes cost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import psycopg
from psycopg import sql

from interlocal.ops.postgres import connection_settings

ROOT = Path(__file__).resolve().parents[1]
RECORD = ROOT / "src" / "interlocal" / "record"
PUBLIC = "interlocal_bench_public"


def url_of(name: str) -> str:
    """The DATABASE_URL of another database of the same server."""
    at = connection_settings()
    whom = f"{quote(at['USER'], safe='')}:{quote(at['PASSWORD'], safe='')}"
    options = {"host": at["HOST"], "port": at["PORT"], **at.get("OPTIONS", {})}
    return f"postgresql://{whom}@/{name}?{urlencode({key: value for key, value in options.items() if value})}"


@contextmanager
def filled(scale: int, seed: int) -> Iterator[str]:
    """The DATABASE_URL of a database of that scale; its filling is told, and it is gone afterwards."""
    name = f"interlocal_bench_{scale}"
    if not _there(PUBLIC):
        _make(PUBLIC, "template0")
        _run(["-m", "interlocal.ops.preparing", str(RECORD)], PUBLIC)
    _drop(name)
    _make(name, PUBLIC)
    print(
        f"\nScale {scale}: {_run(['-m', 'bench.fill', str(scale), '--seed', str(seed)], name).strip()}",
        flush=True,
    )
    try:
        yield url_of(name)
    finally:
        _drop(name)


def forget() -> None:
    _drop(PUBLIC)


def _run(words: list[str], name: str) -> str:
    told = {"DATABASE_URL": url_of(name), "DJANGO_SETTINGS_MODULE": "interlocal.config.settings"}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=os.environ | told,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(words)} failed")
    return done.stdout


def _keeper() -> "psycopg.Connection[tuple[Any, ...]]":
    at = connection_settings()
    return psycopg.connect(
        dbname=at["NAME"],
        user=at["USER"],
        password=at["PASSWORD"],
        host=at["HOST"],
        port=at["PORT"],
        autocommit=True,
    )


def _there(name: str) -> bool:
    with _keeper() as session:
        return session.execute("select from pg_database where datname = %s", [name]).fetchone() is not None


def _make(name: str, like: str) -> None:
    words = sql.SQL("create database {} template {}")
    with _keeper() as session:
        session.execute(words.format(sql.Identifier(name), sql.Identifier(like)))


def _drop(name: str) -> None:
    with _keeper() as session:
        session.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


class Backends:
    """The server's processes that work for one database."""

    def __init__(self, name: str) -> None:
        self._session, self._name = _keeper(), name

    def pids(self) -> list[int]:
        rows = self._session.execute("select pid from pg_stat_activity where datname = %s", [self._name])
        return [row[0] for row in rows]

    def close(self) -> None:
        self._session.close()
