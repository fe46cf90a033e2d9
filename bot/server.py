"""One process: the doors, Rasa and the actions behind one port."""

from __future__ import annotations

import logging
from asyncio import AbstractEventLoop
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import rasa.core.channels.channel as rasa_channel
import yaml
from rasa.core.channels.channel import InputChannel
from rasa.shared.utils.common import class_from_module_path
from sanic import Sanic
from sanic.exceptions import MethodNotSupported, NotFound, PayloadTooLarge, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.channels import headers, origins
from bot.channels.bodies import error_response
from bot.channels.flanders_map import Spot, map_blueprint
from bot.channels.guard import door_error
from bot.channels.web import web_blueprint
from bot.runtime import assistant
from bot.runtime.logs import log_failure
from study_catalogue import open_catalogue

ROUTE = "/webhooks/"
# above what any door takes, low enough to read and drop what is too much
_MOST_BYTES = 1024 * 1024

logger = logging.getLogger(__name__)


def serve(parts: assistant.Parts, credentials: Path, host: str, port: int, allowed: Collection[str] = ()) -> None:
    """Run until Ctrl-C or SIGTERM."""
    app = build_app(doors(credentials), open_catalogue().websites(), allowed, spots())

    async def load(app: Sanic, _: AbstractEventLoop) -> None:
        app.ctx.agent = await assistant.load(parts)

    async def announce(app: Sanic, _: AbstractEventLoop) -> None:
        print(f"Ready on http://{host}:{port}/ (Ctrl-C stops)", flush=True)

    async def close(app: Sanic, _: AbstractEventLoop) -> None:
        if getattr(app.ctx, "agent", None):
            await assistant.close(app.ctx.agent)

    app.register_listener(load, "before_server_start")
    app.register_listener(announce, "after_server_start")
    app.register_listener(close, "after_server_stop")
    app.run(host=host, port=port, access_log=False, motd=False, debug=False)


def spots() -> list[Spot]:
    """The gazetteer, for the map."""
    places = open_catalogue().gazetteer()
    return [Spot(place.name, place.municipality, place.province, place.lat, place.lon) for place in places]


def build_app(
    channels: list[InputChannel], hosts: Collection[str], allowed: Collection[str] = (), places: Sequence[Spot] = ()
) -> Sanic:
    """The web app without its agent, which the doors look for in `app.ctx.agent`."""
    app = Sanic("stempad", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = _MOST_BYTES
    app.config.ACCESS_LOG = False
    rasa_channel.register(channels, app, route=ROUTE)
    app.blueprint(web_blueprint(hosts))
    app.blueprint(map_blueprint(places))
    app.add_route(_health, "/health", methods=["GET"])
    origins.allow(app, allowed, dict(_from_pages(channels)))
    headers.protect(app)
    _speak_dutch_on_errors(app)
    return app


def _from_pages(channels: Iterable[InputChannel]) -> Iterator[tuple[str, str]]:
    """(path, method) of what a page of another site may ask."""
    for channel in channels:
        for path, method in getattr(channel, "from_pages", {}).items():
            yield f"{ROUTE}{channel.url_prefix()}{path}", method


def doors(credentials: Path) -> list[InputChannel]:
    """The channels of credentials.yml, by class path.

    Raises:
        ValueError: one of Rasa's own channels is named; those let messages past the guard.
    """
    listed: dict[str, Any] = yaml.safe_load(credentials.read_text(encoding="utf-8")) or {}
    for name in listed:
        if "." not in name:
            raise ValueError(f"{credentials}: {name!r}, a channel of Rasa itself, has no guard; use bot.channels")
    return [class_from_module_path(name).from_credentials(settings) for name, settings in listed.items()]


async def _health(request: Request) -> HTTPResponse:
    return json({"status": "ok"})


_ERRORS: dict[type[SanicException], str] = {
    NotFound: "not_found",
    PayloadTooLarge: "too_large",
    MethodNotSupported: "not_allowed",
}


def _speak_dutch_on_errors(app: Sanic) -> None:
    async def refused(_: Request, error: SanicException) -> HTTPResponse:
        name = _ERRORS.get(type(error), "not_allowed")
        return error_response(door_error(name, most=_MOST_BYTES), error.status_code)

    async def failed(_: Request, error: Exception) -> HTTPResponse:
        log_failure(logger, "A request failed", error)
        return error_response(door_error("server"), 500)

    app.error_handler.add(SanicException, refused)
    app.error_handler.add(Exception, failed)
