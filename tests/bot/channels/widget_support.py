"""Doors served over real HTTP in the process of the test, so that it can set their clock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel

from bot.server import build_app
from tests.bot.runtime.support import free_port

CONVERSATION = "c" * 22


class Client:
    """Messages to doors that are served in this process."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url
        self.sent = 0

    async def say(self, text: str, conversation: str = CONVERSATION, message: str = "") -> tuple[int, Any, Any]:
        """Status, headers, body."""
        self.sent += 1
        body = {"conversation": conversation, "id": message or f"message-{self.sent}", "text": text}
        return await self._done("POST", "widget/messages", json=body)

    async def rest(self, text: str) -> tuple[int, Any, Any]:
        return await self._done("POST", "rest/webhook", json={"sender": "program", "message": text})

    async def delete(self, conversation: str = CONVERSATION) -> int:
        return (await self._done("DELETE", f"widget/conversations/{conversation}"))[0]

    async def _done(self, method: str, path: str, **options: Any) -> tuple[int, Any, Any]:
        async with self.session.request(method, f"{self.url}/webhooks/{path}", **options) as response:
            return response.status, response.headers, await response.json() if response.status != 204 else None


@asynccontextmanager
async def serving(agent: Agent, *doors: InputChannel) -> AsyncIterator[Client]:
    app, port = build_app(list(doors), []), free_port()
    app.ctx.agent = agent
    server = await app.create_server("127.0.0.1", port, return_asyncio_server=True, access_log=False)
    await server.startup()
    try:
        async with aiohttp.ClientSession() as session:
            yield Client(session, f"http://127.0.0.1:{port}")
    finally:
        server.close()
        await server.wait_closed()
