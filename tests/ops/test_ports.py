import os
import socket
import sys
from collections.abc import Iterator

import pytest

from interlocal.ops import Trouble, ports


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_free_port_passes() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        free = other.getsockname()[1]

    ports.free_port_or_explain(free)


def test_a_taken_port_names_its_holder(taken: int) -> None:
    with pytest.raises(ports.PortTaken) as caught:
        ports.free_port_or_explain(taken)

    expected = os.getpid() if sys.platform == "linux" else None
    assert (caught.value.code, caught.value.port, caught.value.pid) == ("port_taken", taken, expected)


def test_a_holder_that_cannot_be_seen_is_left_out(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "_processes", lambda: [])

    with pytest.raises(ports.PortTaken) as caught:
        ports.free_port_or_explain(taken)

    said = f"Port {taken} is taken by another program. Choose another one with --port."
    assert (caught.value.pid, str(caught.value)) == (None, said)


@pytest.mark.parametrize("port", [-1, 0, 70000])
def test_a_number_that_is_no_port_is_refused(port: int) -> None:
    with pytest.raises(Trouble) as caught:
        ports.free_port_or_explain(port)

    assert caught.value.code == "port_wrong"
