"""The pages, the script and their files, without a browser."""

from __future__ import annotations

import gzip
import re
import urllib.error
import urllib.request
from http.client import HTTPResponse

import pytest

from bot.channels.web import PAGES, POLICIES, SECURITY_HEADERS, STATIC, known_hosts, read_all, read_words, widget_script

# what may stand in a page: our own files, and two sites of data/channels/page.yml
OWN = re.compile(r"/(?:static/[\w.]+|widget\.js|voorbeeld/\w+/)?|#\w+|https://(?:clbchat|www\.onderwijskiezer)\.be")


def get(url: str, **headers: str) -> HTTPResponse:
    response = urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=5)
    assert isinstance(response, HTTPResponse)
    return response


@pytest.mark.parametrize("path", [*PAGES, "/widget.js", "/static/logo.svg", "/static/home.css"])
def test_every_file_carries_the_security_headers(base: str, path: str) -> None:
    with get(base.rstrip("/") + path) as response:
        assert SECURITY_HEADERS.keys() <= set(response.headers.keys())
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Set-Cookie"] is None


def test_no_policy_lets_inline_or_foreign_code_in(base: str) -> None:
    policies = {path: get(base.rstrip("/") + path).headers["Content-Security-Policy"] for path in PAGES}
    assert policies["/voorbeeld/streng/"] == POLICIES["strict.html"]
    assert not re.search(r"unsafe|https?:|data:|blob:|\*", " ".join(policies.values()))


def test_a_file_that_did_not_change_is_not_sent_again(base: str) -> None:
    with get(f"{base}widget.js") as response:
        etag = response.headers["ETag"]
    with pytest.raises(urllib.error.HTTPError) as caught:
        get(f"{base}widget.js", **{"If-None-Match": etag})
    assert caught.value.code == 304


def test_the_script_goes_out_compressed_to_who_can_read_that(base: str) -> None:
    with get(f"{base}widget.js", **{"Accept-Encoding": "gzip, br"}) as response:
        assert response.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(response.read()).decode() == widget_script(["school.be"])
    with get(f"{base}widget.js", **{"Accept-Encoding": "identity"}) as response:
        assert response.headers["Content-Encoding"] is None
        assert response.read().decode() == widget_script(["school.be"])


def test_any_page_may_load_the_script(base: str) -> None:
    with get(f"{base}widget.js") as response:
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"


@pytest.mark.parametrize("path", ["static/../web.py", "static/..%2fweb.py", "static/nope.js", "static/", "voorbeeld/"])
def test_nothing_outside_the_folder_can_be_read(base: str, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        get(base + path)
    assert caught.value.code == 404


@pytest.mark.parametrize("name", PAGES.values())
def test_the_pages_have_no_inline_code_and_no_foreign_files(name: str) -> None:
    page = (STATIC / name).read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page)
    links = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert "/widget.js" in links
    assert [link for link in links if not OWN.fullmatch(link)] == []
    own = {link.removeprefix("/static/") for link in links if link.startswith("/static/")}
    assert own <= read_all().keys()


@pytest.mark.parametrize("name", PAGES.values())
def test_without_script_every_page_points_to_the_clb(name: str) -> None:
    page = (STATIC / name).read_text(encoding="utf-8")
    without = re.search(r"<noscript>(.*?)</noscript>", page, re.DOTALL)
    assert without and 'href="https://clbchat.be"' in without[1]
    assert "clbchat.be" in read_words("page.yml")["known_hosts"]


def test_the_given_hosts_and_those_of_the_page_are_known() -> None:
    hosts = known_hosts(["school.be"])
    assert {"school.be", "clbchat.be", "onderwijskiezer.be", "vdab.be"} <= set(hosts)
    assert set(hosts) - set(known_hosts([])) == {"school.be"}
    assert all(host == host.lower().strip() and "/" not in host for host in hosts)
    assert f'KNOWN_HOSTS = "{" ".join(hosts)}"' in widget_script(["school.be"])


def test_a_missing_file_is_told_in_dutch(base: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        get(f"{base}static/nope.js")
    assert read_words("page.yml")["no_file"] in caught.value.read().decode()
