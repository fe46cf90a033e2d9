"""The REST door under Rasa's own commands: `rasa run` and `rasa run actions` in two processes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import yaml

from bot.channels.rest import RestDoor
from bot.channels.widget_door import WidgetDoor
from bot.server import doors
from tests.bot.runtime.support import ROOT, Server, answer_of, free_port, started, wait_for


@pytest.fixture(scope="module")
def stock(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    actions, port = free_port(), free_port()
    endpoints = tmp_path_factory.mktemp("stock") / "endpoints.yml"
    settings = yaml.safe_load((ROOT / "endpoints.yml").read_text())
    settings["action_endpoint"]["url"] = f"http://127.0.0.1:{actions}/webhook"
    endpoints.write_text(yaml.safe_dump(settings))
    run_actions = ["rasa", "run", "actions", "--actions", "tiny_actions", "--port", str(actions)]
    run_rasa = ["rasa", "run", "--model", str(tiny_model), "--endpoints", str(endpoints), "--port", str(port)]
    run_rasa += ["--interface", "127.0.0.1"]
    with (
        tempfile.NamedTemporaryFile("w") as errors,
        tempfile.NamedTemporaryFile("w") as actions_errors,
        started(run_actions, actions_errors, SANIC_HOST="127.0.0.1") as action_server,
        started(run_rasa, errors) as process,
    ):
        wait_for(f"http://127.0.0.1:{actions}/health", action_server)
        wait_for(f"http://127.0.0.1:{port}/webhooks/rest/", process)
        yield Server(process, f"http://127.0.0.1:{port}", errors)


def test_the_door_holds_under_rasa_run(stock: Server) -> None:
    assert stock.say("a", "hallo")["text"].startswith("1:")
    assert stock.say("a", "/restart")["topic"] == "nlu_fallback"
    assert stock.say("a", "hallo")["text"].startswith("3:")
    assert stock.say("a", None)["topic"] == "nonsense"
    assert stock.say("a", "a" * 600)["kind"] == "fallback"
    assert "clbchat.be" in stock.say("a", "boem")["text"]
    assert stock.say("a", "weiger")["kind"] == "answer"
    assert stock.post([1]).status_code == 400
    assert requests.post(stock.webhook, data=b"a" * 20000, timeout=10).status_code == 413
    assert len(answer_of(stock.post({"message": "hallo"}))["recipient"]) >= 20


def test_the_widgets_door_holds_under_rasa_run(stock: Server) -> None:
    url, conversation = f"{stock.url}/webhooks/widget", "c" * 22

    def say(message: str, conversation: str = conversation) -> requests.Response:
        body = {"conversation": conversation, "id": message, "text": "hallo"}
        return requests.post(f"{url}/messages", json=body, timeout=10)

    assert say("message-1").json()["answers"][0]["text"].startswith("1:")
    assert say("message-1").json() == say("message-1").json()
    assert say("message-2").json()["answers"][0]["text"].startswith("2:")
    assert "gesprek" in say("message-3", "short").json()["error"]
    assert requests.delete(f"{url}/conversations/{conversation}", timeout=10).status_code == 204
    assert say("message-2").json()["answers"][0]["text"].startswith("1:")
    assert conversation not in stock.log()


def test_rasa_run_logs_nothing_that_was_written(stock: Server) -> None:
    secret = "geheimpje"
    for message in (f"boem {secret}", f"/{secret}", f"hallo {secret}", f"weiger {secret}"):
        stock.say("private", message)
    log = stock.log()
    assert "Rasa server is up and running" in log
    assert secret not in log


def test_credentials_name_the_door() -> None:
    assert [type(door) for door in doors(ROOT / "credentials.yml")] == [RestDoor, WidgetDoor]


@pytest.mark.parametrize("channel", ["rest", "telegram", "socketio"])
def test_a_channel_without_guard_is_refused(tmp_path: Path, channel: str) -> None:
    (tmp_path / "credentials.yml").write_text(f"{channel}:")
    with pytest.raises(ValueError, match="guard"):
        doors(tmp_path / "credentials.yml")


def test_no_credentials_is_no_doors(tmp_path: Path) -> None:
    (tmp_path / "credentials.yml").write_text("")
    assert doors(tmp_path / "credentials.yml") == []
