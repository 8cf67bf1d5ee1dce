"""`interlocal doctor`: print what doctor.report() found, in the reader's language."""

from interlocal.ops.doctor import report
from interlocal.ops.speech import speak

SIGNS = {"ok": "✓", "warn": "!", "bad": "✗"}


def doctor() -> int:
    """1 when something that is needed is missing."""
    findings = report()
    for finding in findings:
        print(f"{SIGNS[finding.state]} {speak(finding.subject)}: {speak(finding.says, finding.values)}")
        if finding.do:
            print(f"    → {speak(finding.do, finding.values)}")
    return int(any(finding.state == "bad" for finding in findings))
