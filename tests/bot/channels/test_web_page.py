"""The page and its files, without a browser."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse

import pytest

from bot.channels.web import HOSTS, SECURITY_HEADERS, STATIC, known_hosts, read_all, read_words
from tests.bot.channels.web_support import running_server


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with running_server() as url:
        yield url


def get(url: str, **headers: str) -> HTTPResponse:
    response = urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=5)
    assert isinstance(response, HTTPResponse)
    return response


def test_every_file_carries_the_security_headers(base: str) -> None:
    for path in ("", "static/chat.js", "static/chat.css", "static/logo.svg"):
        with get(base + path) as response:
            assert {name: response.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS
            assert response.headers["Set-Cookie"] is None


def test_a_file_that_did_not_change_is_not_sent_again(base: str) -> None:
    with get(base + "static/chat.js") as response:
        etag = response.headers["ETag"]
    with pytest.raises(urllib.error.HTTPError) as caught:
        get(base + "static/chat.js", **{"If-None-Match": etag})
    assert caught.value.code == 304


@pytest.mark.parametrize("path", ["static/../web.py", "static/..%2fweb.py", "static/nope.js", "static/"])
def test_nothing_outside_the_folder_can_be_read(base: str, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        get(base + path)
    assert caught.value.code == 404


def test_the_page_has_no_inline_code_and_no_foreign_files() -> None:
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page)
    files = re.findall(r'(?:src|href)="(?!#|https://www\.(?:clbchat|onderwijskiezer)\.be")([^"]+)"', page)
    assert files
    assert {name.removeprefix("static/") for name in files} <= read_all([]).keys()


def test_data_is_never_read_as_html() -> None:
    for path in STATIC.glob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", path.read_text("utf-8")
        ), path


def test_the_given_hosts_and_those_of_the_page_are_known() -> None:
    hosts = known_hosts(["school.be"])
    assert {"school.be", "clbchat.be", "onderwijskiezer.be", "vdab.be"} <= set(hosts)
    assert set(hosts) - set(known_hosts([])) == {"school.be"}
    assert all(host == host.lower().strip() and "/" not in host for host in hosts)


def test_the_page_gets_the_known_hosts(base: str) -> None:
    with get(f"{base}static/{HOSTS}") as response:
        assert '"school.be"' in response.read().decode()


def test_a_missing_file_is_told_in_dutch(base: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        get(base + "static/nope.js")
    assert read_words()["no_file"] in caught.value.read().decode()
