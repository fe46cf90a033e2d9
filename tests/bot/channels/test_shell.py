"""The terminal door: typed lines, a pipe, and a real terminal."""

from __future__ import annotations

import asyncio
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.channels.shell import Shell, read_words, reading_of
from tests.bot.channels import shell_support
from tests.bot.channels.shell_support import FakeAssistant
from tests.bot.runtime.support import PAYLOAD, ROOT, TINY, wait_until

COMMAND = [sys.executable, shell_support.__file__]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}


def talk(*lines: str) -> tuple[FakeAssistant, list[str]]:
    assistant = FakeAssistant()
    shell = Shell(assistant, read_words())

    async def all_lines() -> list[str]:
        return [await shell.take(line) for line in lines]

    return assistant, asyncio.run(all_lines())


def pipe(data: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(COMMAND, input=data, capture_output=True, env=environment(), cwd=ROOT, timeout=30)


def test_a_number_takes_a_choice_by_its_payload() -> None:
    assistant, _ = talk("lijst", "2")
    assert assistant.asked == ["lijst", '/option_dual{"option": "x"}']


def test_a_number_without_a_choice_is_explained() -> None:
    assistant, said = talk("lijst", "7")
    assert said[-1] == "Er is geen keuze 7. Typ een nummer van 1 tot 3, of een vraag."
    assert assistant.asked == ["lijst"]


def test_a_number_is_an_answer_when_nothing_is_offered() -> None:
    assert talk("vraag", "12")[0].asked == ["vraag", "12"]
    assert talk("lijst", "3600")[0].asked == ["lijst", "3600"]


def test_commands_do_not_reach_the_assistant() -> None:
    assistant, said = talk("/waarom", "lijst", "/WAAROM", "/help", "", "/opnieuw", "/waarom")
    assert assistant.asked == ["lijst"]
    assert assistant.conversations == 2
    assert "option_jobs (91%)" in said[2]
    assert "/opnieuw" in said[3]
    assert said[4] == "Typ een vraag, of /help."
    assert said[0] == said[6]


def test_a_failing_assistant_is_told_in_a_sentence() -> None:
    assert talk("stuk")[1][0].startswith("Er ging iets mis")


def test_a_pipe_gives_a_whole_conversation() -> None:
    done = pipe(b"lijst\n1\n\n/waarom\n/stop\nniet meer gelezen\n")
    said = done.stdout.decode()
    assert done.returncode == 0 and done.stderr == b""
    assert "geen mens" in said and "jij> lijst" in said and "Gehoord: /more" in said
    assert said.rstrip().endswith("Tot ziens.")
    assert "niet meer gelezen" not in said


@pytest.mark.parametrize("data", [b"", b"\n", b"zonder einde", b"\xff\xfe\n", b"x" * 100_000])
def test_any_pipe_ends_well(data: bytes) -> None:
    done = pipe(data)
    assert done.returncode == 0 and done.stderr == b""
    assert done.stdout.decode().rstrip().endswith("Tot ziens.")


def test_a_typed_title_is_the_choice(tiny_model: Path) -> None:
    words = ["-m", "bot", "shell", "--model", str(tiny_model), "--actions", "tiny_actions"]
    variables = {**environment(), "PYTHONPATH": str(TINY)}
    done = subprocess.run(
        [sys.executable, *words], input=b"hallo\nKies!\n", capture_output=True, env=variables, cwd=ROOT, timeout=60
    )
    assert done.returncode == 0
    assert f"2: choice [{PAYLOAD}]" in done.stdout.decode()


def test_a_reader_that_leaves_is_no_failure() -> None:
    line = f"yes lijst | '{COMMAND[0]}' '{COMMAND[1]}' | head -n 3"
    done = subprocess.run(["bash", "-c", line], capture_output=True, env=environment(), cwd=ROOT, timeout=30)
    assert done.stderr == b""


class Screen:
    """The shell in a terminal of its own."""

    def __init__(self) -> None:
        self.master, slave = pty.openpty()
        streams: Any = {"stdin": slave, "stdout": slave, "stderr": slave}
        self.process = subprocess.Popen(COMMAND, **streams, env=environment(), cwd=ROOT, preexec_fn=self._take_terminal)
        os.close(slave)
        self.text = ""

    @staticmethod
    def _take_terminal() -> None:
        os.setsid()
        import fcntl
        import termios

        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def wait_for(self, words: str, seconds: float = 15) -> None:
        deadline = time.monotonic() + seconds
        while words not in self.text and time.monotonic() < deadline and self._read():
            pass
        assert words in self.text, self.text

    def _read(self) -> bool:
        """Wait a second for more; False when the shell has left its terminal."""
        try:
            if select.select([self.master], [], [], 1)[0]:
                self.text += os.read(self.master, 4096).decode(errors="replace")
        except OSError:
            return False
        return True

    def wait_until_it_waits(self) -> None:
        """input() notices a signal only once it waits for keys."""
        state = Path(f"/proc/{self.process.pid}/stat")
        wait_until(lambda: state.read_text().rpartition(")")[2].split()[0] == "S", "the shell never waits")

    def leave(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.master)

    def type(self, keys: bytes) -> None:
        os.write(self.master, keys)


@pytest.fixture
def screen() -> Iterator[Screen]:
    screen = Screen()
    yield screen
    screen.leave()


@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["ctrl-c", "ctrl-d"])
def test_ctrl_c_and_ctrl_d_say_goodbye(screen: Screen, key: bytes) -> None:
    screen.wait_for("jij> ")
    screen.wait_until_it_waits()
    screen.type(key)
    assert_left(screen)


def test_ctrl_c_while_it_is_busy_says_goodbye(screen: Screen) -> None:
    screen.wait_for("jij> ")
    screen.type(b"traag\n")
    screen.wait_for("Even zoeken")
    screen.type(b"\x03")
    assert_left(screen)


def assert_left(screen: Screen) -> None:
    screen.wait_for("Tot ziens.")
    assert screen.process.wait(10) == 0
    assert "Traceback" not in screen.text


def message(**fields: Any) -> SimpleNamespace:
    ranking = [{"name": "greet", "confidence": 0.8}, {"name": "thanks", "confidence": 0.1}]
    parsed = {"intent": ranking[0], "intent_ranking": ranking}
    made = SimpleNamespace(text="dag", timestamp=10.0, parse_data=parsed, entities=[{"entity": "job"}])
    return SimpleNamespace(latest_message=SimpleNamespace(**{**vars(made), **fields}))


def test_the_reading_is_taken_from_the_tracker() -> None:
    reading = reading_of(message(), since=9)
    assert reading is not None
    assert reading.topics == (("greet", 0.8), ("thanks", 0.1))
    assert reading.names == ({"entity": "job"},)


@pytest.mark.parametrize(
    "tracker", [None, message(timestamp=8.0), message(text=None), SimpleNamespace(latest_message=None)]
)
def test_an_older_reading_is_not_taken_for_this_one(tracker: Any) -> None:
    assert reading_of(tracker, since=9) is None
