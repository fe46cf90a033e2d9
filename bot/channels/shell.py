"""The terminal door, for counsellors: the same assistant, and `/waarom` to see how an answer came about."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import signal
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import yaml

from bot.channels.render_terminal import Json, Reading, Terminal, choice_payloads

WORDS = Path(__file__).resolve().parents[2] / "data" / "channels" / "shell.yml"
CHANNEL = "shell"


class Assistant(Protocol):
    """One conversation with the assistant at a time."""

    async def ask(self, text: str) -> tuple[Json, Reading | None]:
        """The structured answer to a text or payload, and how it was read (None when no model read it)."""

    def restart(self) -> None:
        """Start a new conversation."""


class RasaAssistant:
    """Rasa's agent behind the same guard as the other doors."""

    def __init__(self, agent: Any) -> None:
        self._agent = agent
        self.restart()

    def restart(self) -> None:
        self._sender = f"shell-{secrets.token_hex(8)}"

    async def ask(self, text: str) -> tuple[Json, Reading | None]:
        from bot.channels.guard import take_turn

        started = time.time()
        reply = await take_turn(self._agent, self._sender, text, CHANNEL)
        tracker = await self._agent.tracker_store.retrieve(self._sender)
        return {**reply.answer, "text": reply.answer.get("text") or reply.text}, reading_of(tracker, started)


def reading_of(tracker: Any, since: float) -> Reading | None:
    """How the tracker's last message was read. None when that was before `since`: the guard answered by itself."""
    message = tracker.latest_message if tracker else None
    if message is None or not message.text or message.timestamp < since:
        return None
    return Reading(_topics(message.parse_data or {}), tuple(message.entities or ()))


def _topics(parsed: Json) -> tuple[tuple[str, float], ...]:
    best = parsed.get("intent") or {}
    others = [row for row in parsed.get("intent_ranking") or () if row.get("name") != best.get("name")]
    return tuple((str(row.get("name")), float(row.get("confidence") or 0)) for row in [best, *others])


class Shell:
    """What is typed, line by line. Every line gives the text to print; `done` is set when the user is finished."""

    def __init__(self, assistant: Assistant, words: Json) -> None:
        self._assistant = assistant
        self._words = words
        self._answer: Json | None = None
        self._reading: Reading | None = None
        self.done = False

    async def take(self, line: str) -> str:
        text = line.strip()
        command = self._commands().get(text.lower())
        if command:
            return command()
        if not text:
            return self._say("empty")
        return await self._choose(text) if self._is_number(text) else await self._ask(text)

    def _commands(self) -> dict[str, Callable[[], str]]:
        return {"/waarom": self._why, "/opnieuw": self._restart, "/stop": self._stop, "/help": self._help}

    def _is_number(self, text: str) -> bool:
        return text.isascii() and text.isdigit() and len(text) < 3 and bool(choice_payloads(self._answer))

    async def _choose(self, number: str) -> str:
        payloads = choice_payloads(self._answer)
        if 1 <= int(number) <= len(payloads):
            return await self._ask(payloads[int(number) - 1])
        if (self._answer or {}).get("kind") == "ask":
            return await self._ask(number)
        return self._say("no_choice", number=number, last=len(payloads))

    async def _ask(self, text: str) -> str:
        try:
            self._answer, self._reading = await self._assistant.ask(text)
        except Exception:
            return self._say("failed")
        return self._terminal().answer(self._answer)

    def _why(self) -> str:
        return self._terminal().why(self._answer, self._reading)

    def _restart(self) -> str:
        self._assistant.restart()
        self._answer = self._reading = None
        return self._say("again")

    def _stop(self) -> str:
        self.done = True
        return self._say("bye")

    def _help(self) -> str:
        return "\n".join(self._words["help"])

    def _say(self, key: str, **values: object) -> str:
        return self._terminal().says(str(self._words[key]).format(**values))

    def _terminal(self) -> Terminal:
        return Terminal(self._words, shutil.get_terminal_size().columns)


async def run_shell(agent: Any) -> None:
    """Talk in the terminal, or answer the lines of a pipe, until /stop, Ctrl-D or Ctrl-C."""
    await talk(RasaAssistant(agent))


async def talk(assistant: Assistant) -> None:
    words = read_words()
    shell = Shell(assistant, words)
    _prepare_terminal()
    try:
        print(Terminal(words, shutil.get_terminal_size().columns).says(words["start"]), flush=True)
        await _converse(shell, words["prompt"])
    except BrokenPipeError:
        # the reader is gone (`| head`); keep Python from complaining when it flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


async def _converse(shell: Shell, prompt: str) -> None:
    while not shell.done:
        line = read_line(prompt)
        try:
            said = await shell.take("/stop" if line is None else line)
        except asyncio.CancelledError:  # Ctrl-C while the assistant was busy
            said = await shell.take("/stop")
        print(f"\n{said}\n", flush=True)


def read_line(prompt: str) -> str | None:
    """The next line, None at the end (Ctrl-D, Ctrl-C, end of the pipe). A line from a pipe is repeated on screen."""
    try:
        with _interruptible():
            if sys.stdin.isatty():
                return input(prompt)
            line = sys.stdin.readline()
    except (EOFError, KeyboardInterrupt):
        return None
    if line:
        print(f"{prompt}{line.rstrip()}", flush=True)
    return line or None


def until_left(conversation: Coroutine[Any, Any, None]) -> None:
    """`asyncio.run`, minding Ctrl-C also where it was ignored: in a process that a script started in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    asyncio.run(conversation)


@contextmanager
def _interruptible() -> Iterator[None]:
    """asyncio's own handler of Ctrl-C only marks the task, so that a waiting input() would not notice."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _prepare_terminal() -> None:
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if sys.stdin.isatty():
        import readline  # noqa: F401  (editing and history of this session in input())


def read_words(path: Path = WORDS) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))
