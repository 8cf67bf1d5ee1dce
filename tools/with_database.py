"""Run a command with a database at hand: `python tools/with_database.py pytest ...`."""

import subprocess
import sys

from interlocal.ops.postgres import running_cluster

if __name__ == "__main__":
    with running_cluster():
        code = subprocess.run(sys.argv[1:], check=False).returncode
    sys.exit(code)
