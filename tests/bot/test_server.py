"""The whole process over real HTTP: doors, bad input, order, origins, logs, signals."""

from __future__ import annotations

import json
import signal
import threading
import time
from pathlib import Path
from typing import Any

import pytest
import requests

from bot.channels.bodies import MOST_BYTES
from bot.channels.guard import MOST_CHARACTERS
from study_catalogue import open_catalogue
from tests.bot.runtime.support import PAYLOAD, ROOT, Server, answer_of, running


def test_a_turn_is_one_text_and_one_structured_answer(server: Server) -> None:
    answer = server.say("first", "hallo")
    assert answer["topic"] == "greet" and answer["kind"] == "answer"
    assert answer["text"] == "1: greet [hallo]\n\nTot zo"
    assert answer["choices"] == [{"title": "Kies", "payload": PAYLOAD}]


def test_conversations_are_kept_apart(server: Server) -> None:
    assert server.say("anna", "hallo")["text"].startswith("1:")
    assert server.say("anna", "hallo")["text"].startswith("2:")
    assert server.say("bram", "hallo")["text"].startswith("1:")


def test_an_action_sees_the_last_turn_only(server: Server) -> None:
    seen = [server.say("short", "hallo")["seen"] for _ in range(6)]
    assert len(set(seen[1:])) == 1 and seen[1] < seen[0]


def test_an_offered_choice_skips_understanding(server: Server) -> None:
    server.say("chooser", "hallo")
    assert server.say("chooser", PAYLOAD)["topic"] == "choice"


@pytest.mark.parametrize("prefix", ["", "  ", "\u00a0", "\u200b", "\u2003\t"])
@pytest.mark.parametrize("slash", ["/", "／", "//", "⁄ /"])
def test_a_payload_that_was_not_offered_is_nonsense(server: Server, prefix: str, slash: str) -> None:
    answer = server.say("intruder", f'{prefix}{slash}choice{{"option": "x"}}')
    assert answer["topic"] == "nonsense" and "[]" in answer["text"]


@pytest.mark.parametrize("command", ["/restart", "/session_start", "/back", "/nlu_fallback", "/boom", "/"])
def test_commands_of_rasa_do_nothing(server: Server, command: str) -> None:
    sender = f"commander {command}"
    server.say(sender, "hallo")
    assert server.say(sender, command)["topic"] in ("nlu_fallback", "nonsense")
    assert server.say(sender, "hallo")["text"].startswith("3:")


def test_a_choice_of_one_is_no_choice_of_another(server: Server) -> None:
    server.say("offered", "hallo")
    assert server.say("not offered", PAYLOAD)["topic"] == "nonsense"


@pytest.mark.parametrize("empty", [None, "", "   ", "\u200b\u00a0\n", "\x00", "／"])
def test_a_message_without_a_word_is_nonsense(server: Server, empty: str | None) -> None:
    assert server.say("quiet", empty)["topic"] == "nonsense"


def test_a_request_without_message_is_nonsense(server: Server) -> None:
    assert answer_of(server.post({"sender": "none"}))["topic"] == "nonsense"


def test_a_long_message_is_refused_and_the_conversation_goes_on(server: Server) -> None:
    server.say("talker", "hallo")
    refusal = server.say("talker", "a" * (MOST_CHARACTERS + 1))
    assert (refusal["kind"], refusal["topic"]) == ("fallback", "nonsense")
    assert str(MOST_CHARACTERS) in refusal["text"]
    assert server.say("talker", "a" * MOST_CHARACTERS)["text"].startswith("2:")


@pytest.mark.parametrize(
    "odd", ["hal\x00lo", "\u202ehallo", "hallo\ud800", "\ufeffhallo", "hallo\U000e0041", "ha\u00adllo"]
)
def test_invisible_signs_are_taken_out(server: Server, odd: str) -> None:
    answer = answer_of(requests.post(server.webhook, data=json.dumps({"sender": "odd", "message": odd}), timeout=10))
    assert "[hallo]" in answer["text"]


@pytest.mark.parametrize("sender", ["missing", None, "", "  ", "x" * 129, "a\x00b", 10**200])
def test_an_unusable_sender_gets_a_fresh_one(server: Server, sender: object) -> None:
    body = {"message": "hallo"} if sender == "missing" else {"message": "hallo", "sender": sender}
    first, second = answer_of(server.post(body)), answer_of(server.post(body))
    assert first["recipient"] != second["recipient"]
    assert len(first["recipient"]) >= 20
    assert second["text"].startswith("1:")


def test_a_sender_may_be_a_whole_number(server: Server) -> None:
    first, second = (answer_of(server.post({"message": "hallo", "sender": sender})) for sender in (512, "512"))
    assert first["recipient"] == second["recipient"] == "512"
    assert second["text"].startswith("2:")


@pytest.mark.parametrize("sender", [["a"], [], {"a": 1}, {}, True, False, 0.5])
def test_a_sender_of_another_type_is_refused(server: Server, sender: object) -> None:
    assert_refused(server.post({"message": "hallo", "sender": sender}), 400, "sender")


@pytest.mark.parametrize("raw", [b"", b"{", b"niets", b'{"message": "hallo"', b"\xff\xfe", b"[" * 9000, b"NaN,"])
def test_what_is_no_json_is_said_so_in_dutch(server: Server, raw: bytes) -> None:
    assert_refused(requests.post(server.webhook, data=raw, timeout=10), 400, "JSON")


@pytest.mark.parametrize("body", [[], "hallo", 5, None, [{"message": "hallo"}]])
def test_another_type_than_an_object_is_refused(server: Server, body: object) -> None:
    assert_refused(requests.post(server.webhook, data=json.dumps(body), timeout=10), 400, "object")


@pytest.mark.parametrize("message", [5, True, ["hallo"], {"text": "hallo"}, 0.5])
def test_a_message_that_is_no_text_is_refused(server: Server, message: object) -> None:
    assert_refused(server.post({"sender": "types", "message": message}), 400, "tekst")


@pytest.mark.parametrize("size", [MOST_BYTES, 40 * MOST_BYTES])
def test_a_large_body_is_refused(server: Server, size: int) -> None:
    body = json.dumps({"message": "a" * size}).encode()
    assert_refused(requests.post(server.webhook, data=body, timeout=10), 413, str(MOST_BYTES))


def test_a_large_body_without_a_length_is_refused(server: Server) -> None:
    pieces = iter([b'{"message": "' + b"a" * MOST_BYTES, b'aaa"}'])
    assert_refused(requests.post(server.webhook, data=pieces, timeout=10), 413, str(MOST_BYTES))


def test_a_body_of_exactly_the_limit_is_read(server: Server) -> None:
    rest = MOST_BYTES - len(json.dumps({"sender": "limit", "message": ""}))
    response = requests.post(server.webhook, data=json.dumps({"sender": "limit", "message": "a" * rest}), timeout=10)
    assert answer_of(response)["kind"] == "fallback"


def test_answers_do_not_come_in_pieces(server: Server) -> None:
    assert_refused(server.post({"sender": "s", "message": "hallo"}, params={"stream": "true"}), 400, "stream")
    assert_refused(server.post({"sender": "s", "message": "hallo", "stream": True}), 400, "stream")


def test_metadata_from_outside_is_ignored(server: Server) -> None:
    body = {
        "sender": "meta",
        "message": "hallo",
        "metadata": {"slots": {"count": 9}},
        "input_channel": "x",
        "parse_data": 1,
    }
    assert answer_of(server.post(body))["text"].startswith("1:")


@pytest.mark.parametrize("message", ["boem", "stil"])
def test_an_error_or_silence_inside_becomes_an_apology(server: Server, message: str) -> None:
    sender = f"unlucky {message}"
    answer = server.say(sender, message)
    assert answer["kind"] == "fallback"
    assert "CLB" in answer["text"] and "clbchat.be" in answer["text"]
    assert server.say(sender, "hallo")["text"].startswith("1:")


def test_a_refusing_action_leaves_the_turn_to_another(server: Server) -> None:
    assert server.say("refused", "weiger")["kind"] == "answer"


def test_a_circle_is_one_answer_and_no_dead_end(server: Server) -> None:
    assert server.say("circle", "rondje")["text"].startswith("1:")
    assert server.say("circle", "hallo")["topic"] == "greet"
    assert server.say("circle", "hallo")["topic"] == "greet"


def test_messages_of_one_sender_keep_their_order_and_do_not_wait_for_a_clock(server: Server) -> None:
    waits = [wait_of_the_second(server, f"hasty {number}") for number in range(3)]
    assert min(waits) > 0  # the order
    assert min(waits) < 0.05, waits  # stock Rasa: up to a second; one of three, as the machine may be busy


def wait_of_the_second(server: Server, sender: str) -> float:
    """Seconds between the answers to two messages of one sender, sent together."""
    server.say(sender, "hallo")
    done: dict[str, float] = {}

    def say(message: str) -> None:
        server.say(sender, message)
        done[message] = time.monotonic()

    first = threading.Thread(target=say, args=("traag",))
    second = threading.Thread(target=say, args=("hallo",))
    first.start()
    wait_until_busy(server, sender)
    second.start()
    first.join()
    second.join()
    return done["hallo"] - done["traag"]


def wait_until_busy(server: Server, sender: str) -> None:
    """Another sender's turn comes after the first message was taken in: one loop handles both."""
    server.say(f"not {sender}", "hallo")


@pytest.mark.parametrize(
    "path", ["/version", "/status", "/model", "/conversations/first/tracker", "/domain", "/webhooks/"]
)
def test_nothing_of_rasas_own_api_is_there(server: Server, path: str) -> None:
    assert_refused(requests.get(server.url + path, timeout=10), 404, "bestaat niet")


def test_wrong_methods_are_refused(server: Server) -> None:
    assert_refused(requests.get(server.webhook, timeout=10), 405, "kan hier niet")
    assert_refused(requests.delete(server.webhook, timeout=10), 405, "kan hier niet")


def test_the_page_and_health_are_there(server: Server) -> None:
    page = requests.get(server.url + "/", timeout=10)
    assert page.status_code == 200 and "text/html" in page.headers["content-type"]
    assert requests.get(server.url + "/health", timeout=10).json() == {"status": "ok"}
    assert requests.get(server.url + "/webhooks/rest/", timeout=10).json() == {"status": "ok"}


def test_the_widget_knows_the_websites_of_the_catalogue(server: Server) -> None:
    known = requests.get(server.url + "/widget.js", timeout=10).text
    words = set(known.replace('"', " ").split())  # the hosts stand in one string, a blank apart
    hosts = open_catalogue().websites()
    assert len(hosts) > 100
    assert hosts - words == set()


def test_no_origin_is_allowed_by_default(server: Server) -> None:
    response = server.post({"sender": "cors", "message": "hallo"}, headers={"Origin": "https://www.school.be"})
    assert not cors_headers(response)
    assert requests.options(server.webhook, headers={"Origin": "https://www.school.be"}, timeout=10).status_code == 405


def test_nothing_that_was_written_is_logged(server: Server) -> None:
    secret = "geheimpje"
    for message in (f"boem {secret}", f"/{secret}", f"hallo {secret}", f'/choice{{"{secret}"}}', secret * 100):
        server.say("private", message)
    server.post({"sender": "private", "message": secret, "metadata": {"x": secret}})
    requests.post(server.webhook, data=secret, timeout=10)
    log = server.log()
    assert "RuntimeError" in log and "tiny_actions" in log  # the error itself is there
    assert secret not in log


@pytest.fixture(scope="module")
def other_server(tiny_model: Path) -> Any:
    with running(tiny_model, ALLOWED_ORIGINS="https://www.school.be, https://stem.be/") as found:
        yield found


@pytest.mark.parametrize("origin", ["https://www.school.be", "https://stem.be"])
def test_listed_origins_are_allowed_exactly(other_server: Server, origin: str) -> None:
    asked = requests.options(other_server.webhook, headers={"Origin": origin}, timeout=10)
    assert asked.headers["Access-Control-Allow-Origin"] == origin
    assert asked.headers["Access-Control-Allow-Methods"] == "POST"
    answered = other_server.post({"message": "hallo"}, headers={"Origin": origin})
    assert answered.headers["Access-Control-Allow-Origin"] == origin
    assert "Origin" in answered.headers["Vary"]


@pytest.mark.parametrize(
    "origin", ["https://www.school.be.evil.com", "http://www.school.be", "https://wwwxschool.be", "null"]
)
def test_origins_that_look_like_it_are_not_allowed(other_server: Server, origin: str) -> None:
    assert not cors_headers(other_server.post({"message": "hallo"}, headers={"Origin": origin}))
    assert not cors_headers(requests.options(other_server.webhook, headers={"Origin": origin}, timeout=10))


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_process_cleanly(tiny_model: Path, how: signal.Signals) -> None:
    with running(tiny_model) as server:
        server.say("last", "hallo")
        assert server.stop(how) == 0
        assert "Traceback" not in server.log()
        with pytest.raises(requests.ConnectionError):
            requests.get(server.url, timeout=2)


def test_it_stays_small(server: Server) -> None:
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    used = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    assert used < 400_000  # kB; the bar for the whole assistant is 750 MB


def test_the_example_environment_names_every_setting() -> None:
    example = (ROOT / ".env.example").read_text()
    names = ["ALLOWED_ORIGINS", "LOG_LEVEL", "DATABASE_URL", "STEMPAD_TENSORFLOW"]
    names += ["WIDGET_PER_CONVERSATION", "WIDGET_PER_ADDRESS", "REST_PER_ADDRESS", "TRUSTED_PROXIES"]
    assert [name for name in names if name not in example] == []


def cors_headers(response: requests.Response) -> list[str]:
    return [name for name in response.headers if name.lower() == "access-control-allow-origin"]


def assert_refused(response: requests.Response, status: int, word: str) -> None:
    assert response.status_code == status
    assert response.headers["content-type"].startswith("application/json")
    assert word in response.json()["error"]
