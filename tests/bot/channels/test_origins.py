"""CORS on a small app of its own; tests/bot/test_server.py has it over real HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator
from typing import Any

import pytest
from sanic import Sanic
from sanic.response import HTTPResponse, json

from bot.channels import origins

SCHOOL = "https://www.school.be"
PATH = "/webhooks/rest/webhook"


class Asked:
    def __init__(self, origin: str | None) -> None:
        self.headers = {} if origin is None else {"origin": origin}


def app_for(allowed: Collection[str]) -> Sanic:
    app = Sanic("origins", configure_logging=False)
    origins.allow(app, allowed, {PATH: "POST"})
    return app


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    Sanic.test_mode = True  # apps may share a name
    yield
    Sanic.test_mode = False


def answered(app: Sanic, origin: str | None) -> HTTPResponse:
    """An answer after the middleware."""
    response: HTTPResponse = json({})
    [add_origin] = app.response_middleware
    asyncio.run(add_origin(Asked(origin), response))
    return response


def test_nothing_is_added_without_origins() -> None:
    app = app_for([])
    assert not app.response_middleware and not app.router.routes


@pytest.mark.parametrize("origin", [None, "null", "https://www.school.be.evil.com", "https://school.be", SCHOOL + "/"])
def test_others_are_not_told_they_may(origin: str | None) -> None:
    response = answered(app_for({SCHOOL}), origin)
    assert "Access-Control-Allow-Origin" not in response.headers
    assert response.headers["Vary"] == "Origin"


def test_a_listed_origin_may_read_the_answer() -> None:
    assert answered(app_for({SCHOOL}), SCHOOL).headers["Access-Control-Allow-Origin"] == SCHOOL


@pytest.mark.parametrize(("origin", "methods"), [(SCHOOL, "POST"), ("https://evil.com", None), (None, None)])
def test_asking_before_a_post(origin: str | None, methods: str | None) -> None:
    [route] = app_for({SCHOOL}).router.routes
    handler: Any = route.handler
    response = asyncio.run(handler(Asked(origin)))
    assert (route.methods, route.path) == ({"OPTIONS"}, PATH.lstrip("/"))
    assert response.status == 204 and response.headers.get("Access-Control-Allow-Methods") == methods
