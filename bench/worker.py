"""One side of a measure in a process of its own: `python -m bench.worker ours|stock MODEL [ACTION_SERVER]`.

Reads a JSON command a line on standard input, answers a JSON line. All times in milliseconds.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

SLOW = 0.2  # seconds that the action of the waiting measure takes
Say = Callable[[str, str], Awaitable[None]]


async def ours(model: Path) -> tuple[Any, Say]:
    from bot.runtime import environment, lean, logs

    environment.prepare()
    lean.leave_out_tensorflow()
    logs.quiet_warnings()
    from bot.channels.guard import take_turn
    from bot.runtime import assistant

    logs.configure()
    agent = await assistant.load(assistant.Parts(model))

    async def say(sender: str, text: str) -> None:
        reply = await take_turn(agent, sender, text, "bench")
        assert reply.answer["kind"] == "answer" and reply.answer["sources"], f"no answer to {text!r}: {reply.text}"

    return agent, say


async def stock(model: Path, actions: str | None) -> tuple[Any, Say]:
    from rasa.core.agent import Agent, UserMessage
    from rasa.utils.endpoints import EndpointConfig
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(40)
    agent = Agent.load(model, action_endpoint=EndpointConfig(actions) if actions else None)

    async def say(sender: str, text: str) -> None:
        assert await agent.handle_message(UserMessage(text, sender_id=sender))

    return agent, say


async def turns(say: Say, sender: str, texts: list[str], times: int) -> list[float]:
    """The duration of each of `times` turns of one conversation."""
    taken = []
    for number in range(times):
        start = time.perf_counter()
        await say(sender, texts[number % len(texts)])
        taken.append((time.perf_counter() - start) * 1000)
    return taken


async def wait(agent: Any, say: Say, texts: list[str]) -> float:
    """How long after the first message of a sender, with a slow action, the second is done."""
    handle = agent.processor.handle_message
    done: list[float] = []

    async def slow(message: Any) -> Any:
        if not done:
            await asyncio.sleep(SLOW)
        return await handle(message)

    async def one() -> None:
        await say("waiting", texts[0])
        done.append(time.perf_counter())

    agent.processor.handle_message = slow
    await asyncio.gather(one(), one())
    agent.processor.handle_message = handle
    return (done[1] - done[0]) * 1000


async def main(side: str, model: Path, actions: str | None = None) -> None:
    agent, say = await (ours(model) if side == "ours" else stock(model, actions))
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        command = json.loads(line)
        name, texts = command["do"], command["texts"]
        result = (
            await turns(say, command["sender"], texts, command["times"])
            if name == "turns"
            else await wait(agent, say, texts)
        )
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
