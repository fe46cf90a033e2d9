"""The widget's door over real HTTP: its wire, messages sent twice, deletion, hostile bodies."""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests

from bot.channels.bodies import MOST_BYTES
from bot.server import doors
from tests.bot.runtime.support import PAYLOAD, ROOT, Server, running

SCHOOL = "https://www.school.be"


class Widget:
    """One conversation with a server."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.url = f"{server.url}/webhooks/widget"
        self.conversation = secrets.token_urlsafe(18)

    def post(self, text: str, message: str | None = None, **headers: str) -> requests.Response:
        body = {"conversation": self.conversation, "id": message or str(uuid.uuid4()), "text": text}
        return requests.post(f"{self.url}/messages", json=body, headers=headers, timeout=10)

    def say(self, text: str, message: str | None = None) -> dict[str, Any]:
        response = self.post(text, message)
        assert response.status_code == 200, response.text
        [answer] = response.json()["answers"]
        return dict(answer)

    def delete(self, **headers: str) -> requests.Response:
        return requests.delete(f"{self.url}/conversations/{self.conversation}", headers=headers, timeout=10)


@pytest.fixture(scope="module")
def school(tiny_model: Path) -> Iterator[Server]:
    """A server whose widget stands on a school's page."""
    with running(tiny_model, ALLOWED_ORIGINS=SCHOOL) as server:
        yield server


@pytest.fixture
def widget(school: Server) -> Widget:
    return Widget(school)


def test_a_message_gets_its_id_and_the_answer_back(widget: Widget) -> None:
    message = str(uuid.uuid4())
    body = widget.post("hallo", message).json()
    [answer] = body["answers"]
    assert body == {"id": message, "answers": [answer]}
    assert answer["topic"] == "greet" and answer["text"].startswith("1: greet [hallo]")
    assert answer["choices"] == [{"title": "Kies", "payload": PAYLOAD}]
    assert widget.say(PAYLOAD)["topic"] == "choice"


def test_conversations_are_kept_apart(widget: Widget, school: Server) -> None:
    widget.say("hallo")
    assert widget.say("hallo")["text"].startswith("2:")
    assert Widget(school).say("hallo")["text"].startswith("1:")


def test_the_same_id_is_no_second_turn(widget: Widget) -> None:
    first = widget.post("hallo", "message-1").content
    assert widget.post("hallo", "message-1").content == first
    assert widget.say("hallo", "message-2")["text"].startswith("2:")
    assert widget.post("hallo", "message-1").content == first


def test_the_same_id_in_another_conversation_is_another_message(widget: Widget, school: Server) -> None:
    assert widget.say("weiger", "message-1")["text"] != Widget(school).say("hallo", "message-1")["text"]


def test_ten_sends_at_once_are_one_turn(widget: Widget) -> None:
    with ThreadPoolExecutor(10) as pool:
        found = list(pool.map(lambda _: widget.post("traag", "message-1").content, range(10)))
    assert len(set(found)) == 1 and b"1: slow" in found[0]
    assert widget.say("hallo")["text"].startswith("2:")


def test_who_hung_up_still_gets_the_answer_once(widget: Widget) -> None:
    body = {"conversation": widget.conversation, "id": "message-1", "text": "traag"}
    with pytest.raises(requests.ReadTimeout):
        requests.post(f"{widget.url}/messages", json=body, timeout=(5, 0.05))
    assert widget.say("traag", "message-1")["text"].startswith("1: slow")
    assert widget.say("hallo")["text"].startswith("2:")


def test_a_turn_that_went_wrong_is_not_tried_again_behind_the_scenes(widget: Widget) -> None:
    answer = widget.say("boem", "message-1")
    assert answer["kind"] == "fallback" and "clbchat.be" in answer["text"]
    assert widget.say("hallo", "message-1") == answer


def test_a_deleted_conversation_starts_anew(widget: Widget) -> None:
    widget.say("hallo", "message-1")
    response = widget.delete()
    assert (response.status_code, response.content) == (204, b"")
    assert widget.say("hallo", "message-1")["text"].startswith("1:")


def test_deleting_twice_or_what_never_was_is_no_error(widget: Widget) -> None:
    assert [widget.delete().status_code for _ in range(2)] == [204, 204]


def test_a_turn_that_runs_does_not_outlive_the_deletion(widget: Widget) -> None:
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(widget.say, "traag", "message-1")
        while not sent.running():
            pass
        Widget(widget.server).say("hallo")  # by now the first is taken in: one loop handles both
        assert widget.delete().status_code == 204
        sent.result()
    assert widget.say("hallo")["text"].startswith("1:")


def test_a_deleted_conversation_is_gone_from_the_file_of_a_database(tiny_model: Path, tmp_path: Path) -> None:
    file, endpoints = tmp_path / "talk.db", tmp_path / "endpoints.yml"
    endpoints.write_text(f"tracker_store: {{type: SQL, dialect: sqlite, db: {file}}}")
    with running(tiny_model, endpoints=endpoints) as server:
        one, other = Widget(server), Widget(server)
        one.say("hallo Zwaluwstraat", "message-1")
        other.say("hallo Merelstraat")
        assert b"Zwaluwstraat" in file.read_bytes() and one.conversation.encode() in file.read_bytes()
        assert one.delete().status_code == 204
        assert b"Zwaluwstraat" not in file.read_bytes() and one.conversation.encode() not in file.read_bytes()
        assert b"Merelstraat" in file.read_bytes()
        assert one.say("hallo Zwaluwstraat", "message-1")["text"].startswith("1:")


def test_limits_come_from_the_environment(tiny_model: Path) -> None:
    settings = {"WIDGET_PER_CONVERSATION": "2", "WIDGET_PER_ADDRESS": "3", "TRUSTED_PROXIES": "127.0.0.1"}
    with running(tiny_model, REST_PER_ADDRESS="1", **settings) as server:
        one, other = Widget(server), Widget(server)
        assert [one.post("hallo").status_code for _ in range(3)] == [200, 200, 429]
        assert [other.post("hallo").status_code for _ in range(2)] == [200, 429]
        assert Widget(server).post("hallo", **{"X-Forwarded-For": "203.0.113.9"}).status_code == 200
        waiting = one.post("hallo")
        assert 1 < int(waiting.headers["Retry-After"]) <= 60 and waiting.json()["error"].startswith("Dat gaat")
        assert one.say("wanhoop")["topic"] == "distress"
        assert [server.post({"message": "hallo"}).status_code for _ in range(2)] == [200, 429]
        assert "203.0.113.9" not in server.log() and one.conversation not in server.log()


@pytest.mark.parametrize(
    "setting", ["WIDGET_PER_CONVERSATION", "WIDGET_PER_ADDRESS", "REST_PER_ADDRESS", "TRUSTED_PROXIES"]
)
def test_a_setting_that_makes_no_sense_stops_the_start(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv(setting, "veel")
    with pytest.raises(ValueError, match="veel"):
        doors(ROOT / "credentials.yml")


NAMES: list[Any] = [
    "",
    "kort",
    "a" * 21,
    "a" * 129,
    "a" * 21 + "é",
    "a" * 22 + "\n",
    "../" * 8,
    "a b" * 8,
    "a" * 30 + "\x00",
]
NOT_TEXT: list[Any] = [None, 5, 1.5, True, [], {}, ["a" * 22], {"a" * 22: 1}]
GOOD = {"conversation": "a" * 22, "id": "message-1", "text": "hallo"}
HOSTILE: list[Any] = [
    *({**GOOD, "conversation": value} for value in [*NAMES, *NOT_TEXT]),
    *(
        {**GOOD, "id": value}
        for value in ["", "kort", "a" * 65, "a b c d e", "<script>alert(1)", "a" * 8 + "\n", "é" * 8]
    ),
    *({**GOOD, "id": value} for value in NOT_TEXT),
    *({**GOOD, "text": value} for value in NOT_TEXT),
    *({name: value for name, value in GOOD.items() if name != missing} for missing in GOOD),
    *([], "hallo", 5, None, True, [GOOD], {}, {"sender": "a" * 22, "message": "hallo"}),
]
RAW = [
    *(b"", b"{", b"niets", b'{"text": "hallo"', b"\xff\xfe", b"[" * 9000, b'{"a":' * 2000, b"NaN,", b"1" * 5000),
    *(json.dumps(GOOD).encode()[:-1], json.dumps(GOOD).encode() * 2),
]  # fmt: skip
BODIES = [json.dumps(body).encode() for body in HOSTILE] + RAW


def test_there_are_enough_hostile_bodies() -> None:
    assert len(set(BODIES)) >= 60


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_hostile_body_is_refused_in_dutch(school: Server, body: bytes) -> None:
    url = f"{school.url}/webhooks/widget/messages"
    response = requests.post(url, data=body, headers={"Content-Type": "application/json"}, timeout=10)
    assert response.status_code == 400
    error = response.json()["error"]
    assert set(response.json()) == {"error"} and error.endswith(".") and "script" not in error


@pytest.mark.parametrize("conversation", ["kort", "a" * 21, "a" * 129, "a%0Ab" * 8, "..%2F" * 8, "é" * 22, "%00" * 22])
def test_a_conversation_that_can_be_guessed_is_not_deleted(school: Server, conversation: str) -> None:
    response = requests.delete(f"{school.url}/webhooks/widget/conversations/{conversation}", timeout=10)
    assert response.status_code in (400, 404) and "error" in response.json()


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_page_elsewhere_cannot_send_without_asking(widget: Widget, kind: str) -> None:
    """These kinds a browser sends without a preflight."""
    assert widget.post("hallo", **{"Content-Type": kind}).status_code == 415
    assert widget.say("hallo")["text"].startswith("1:")


@pytest.mark.parametrize("size", [MOST_BYTES, 40 * MOST_BYTES])
def test_a_large_body_is_refused(widget: Widget, size: int) -> None:
    response = widget.post("a" * size)
    assert response.status_code == 413 and str(MOST_BYTES) in response.json()["error"]


def test_an_empty_and_an_overlong_text_are_answered(widget: Widget) -> None:
    assert widget.say("")["topic"] == "nonsense"
    assert widget.say("a" * 600)["kind"] == "fallback"


def test_health_and_wrong_methods(widget: Widget) -> None:
    assert requests.get(f"{widget.url}/", timeout=10).json() == {"status": "ok"}
    assert requests.get(f"{widget.url}/messages", timeout=10).status_code == 405
    assert requests.get(f"{widget.url}/conversations/{'a' * 22}", timeout=10).status_code in (404, 405)


@pytest.mark.parametrize(("path", "method"), [("/messages", "POST"), (f"/conversations/{'a' * 22}", "DELETE")])
def test_a_listed_origin_may_ask(widget: Widget, path: str, method: str) -> None:
    asked = requests.options(widget.url + path, headers={"Origin": SCHOOL}, timeout=10)
    assert asked.headers["Access-Control-Allow-Origin"] == SCHOOL
    assert asked.headers["Access-Control-Allow-Methods"] == method
    assert asked.headers["Access-Control-Allow-Headers"] == "Content-Type"


@pytest.mark.parametrize("origin", [f"{SCHOOL}.evil.com", "http://www.school.be", "null", "https://school.be"])
def test_another_origin_may_not(widget: Widget, origin: str) -> None:
    for path in ("/messages", f"/conversations/{'a' * 22}"):
        asked = requests.options(widget.url + path, headers={"Origin": origin}, timeout=10)
        assert not [name for name in asked.headers if name.lower().startswith("access-control")]
    assert "Access-Control-Allow-Origin" not in widget.post("hallo", Origin=origin).headers
    assert "Access-Control-Allow-Origin" not in widget.delete(Origin=origin).headers


def test_a_listed_origin_may_read_answers_and_errors(widget: Widget) -> None:
    for response in (
        widget.post("hallo", Origin=SCHOOL),
        widget.delete(Origin=SCHOOL),
        widget.post("", "x", Origin=SCHOOL),
    ):
        assert response.headers["Access-Control-Allow-Origin"] == SCHOOL
        assert "Retry-After" in response.headers["Access-Control-Expose-Headers"]


def test_nothing_of_it_is_logged(widget: Widget) -> None:
    for text in ("boem geheimpje", "hallo geheimpje"):
        widget.post(text, "message-geheim", **{"X-Forwarded-For": "203.0.113.9"})
    widget.delete()
    log = widget.server.log()
    assert "RuntimeError" in log  # the error itself is there
    assert not [word for word in ("geheim", widget.conversation, "203.0.113.9", "127.0.0.1 ") if word in log]
