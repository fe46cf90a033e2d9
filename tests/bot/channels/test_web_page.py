"""The page and its files, without a browser."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse

import pytest

from bot.channels.web import SECURITY_HEADERS, STATIC, host_of, known_hosts, read_all
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
    assert {name.removeprefix("static/") for name in files} <= read_all().keys()


def test_data_is_never_read_as_html() -> None:
    for path in STATIC.glob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", path.read_text("utf-8")
        ), path


@pytest.mark.parametrize(
    ("website", "host"),
    [
        ("https://www.school.be/pad?x=1", "school.be"),
        ("school.be/pad", "school.be"),
        ("http://sub.school.be", "sub.school.be"),
        ("geen site", ""),
        ("vraag na op school.be", ""),
        ("", ""),
    ],
)
def test_the_host_of_a_website(website: str, host: str) -> None:
    assert host_of(website) == host


def test_the_academies_and_the_helplines_are_known_hosts() -> None:
    hosts = known_hosts()
    assert {"clbchat.be", "onderwijskiezer.be", "vdab.be", "coderdojobelgium.be", "technopolis.be"} <= set(hosts)
    assert all(host == host.lower().strip() and "/" not in host for host in hosts)
