"""`make check`: everything that can be said of the code without running the product. All checks run; one failure fails."""

import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
CHECKS = (
    ("lint", [str(BIN / "ruff"), "check", "--quiet", "."]),
    ("format", [str(BIN / "ruff"), "format", "--check", "--quiet", "."]),
    ("types", [str(BIN / "mypy")]),
    ("floors", [str(BIN / "lint-imports")]),
    ("catalogues", [sys.executable, "tools/catalogues.py", "check"]),
    (
        "migrations",
        [
            sys.executable,
            "tools/with_database.py",
            sys.executable,
            "-m",
            "django",
            "makemigrations",
            "--check",
            "--dry-run",
            "--settings=interlocal.config.settings",
        ],
    ),
    ("documents", [sys.executable, "tools/documents.py", "check"]),
)


def main() -> int:
    failed = []
    for name, words in CHECKS:
        started = time.monotonic()
        done = subprocess.run(words, check=False, capture_output=True, text=True)
        print(
            f"{'ok' if done.returncode == 0 else 'FAILED':7}{name} ({time.monotonic() - started:.1f} s)",
            flush=True,
        )
        if done.returncode:
            failed.append(name)
            print(done.stdout + done.stderr, flush=True)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
