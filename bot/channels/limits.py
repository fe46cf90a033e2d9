"""A human pace: how many messages a conversation, and an address, may send in a minute.

A message over the limit is still read for a call for help, up to a limit against flooding that is far higher. Addresses
and conversations are held as hashes with a secret of this process, and for a minute after their last message.
"""

from __future__ import annotations

import logging
import math
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from hashlib import blake2b
from ipaddress import IPv4Address, IPv6Address, ip_address

from rasa.core.agent import Agent
from sanic.request import Request

from bot.channels.bodies import BadRequest
from bot.channels.guard import calls_for_help, parts
from bot.runtime.environment import Network, Rates

_MINUTE = 60.0
_MOST_KEYS = 10_000
# how many times a limit may be passed before messages are no longer read
_FLOOD_OF_CONVERSATION = 10
_FLOOD_OF_ADDRESS = 4
_FORWARDED = "x-forwarded-for"
_LONGEST_HEADER = 1000

logger = logging.getLogger(__name__)
Clock = Callable[[], float]
Address = IPv4Address | IPv6Address


class TooFast(BadRequest):
    """A message that has to wait. `name` is a text in data/door.yml."""

    def __init__(self, name: str, seconds: float) -> None:
        wait = max(2, math.ceil(seconds))
        super().__init__(name, 429, seconds=wait)
        self.headers = {"Retry-After": str(wait)}


class Buckets:
    """A bucket of tokens for every key, full at `rate`, filled at `rate` a minute. A rate of 0 is no limit.

    most: beyond this number of keys the one longest unused is forgotten, for a bound on memory
    """

    def __init__(self, rate: int, clock: Clock = time.monotonic, most: int = _MOST_KEYS) -> None:
        self._rate = rate
        self._clock = clock
        self._most = most
        self._secret = secrets.token_bytes(16)
        self._levels: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    def take(self, name: str, tokens: int = 1) -> float:
        """Take tokens, at most a full bucket of them. 0.0, or the seconds until there are enough."""
        if self._rate <= 0:
            return 0.0
        key, now = blake2b(name.encode(), key=self._secret, digest_size=16).digest(), self._clock()
        level, since = self._levels.pop(key, (float(self._rate), now))
        level = min(self._rate, level + (now - since) * self._rate / _MINUTE)
        missing = min(tokens, self._rate) - level
        self._levels[key] = (level if missing > 0 else -missing, now)
        self._forget(now)
        return max(0.0, missing) * _MINUTE / self._rate

    def __len__(self) -> int:
        """How many keys are held."""
        return len(self._levels)

    def _forget(self, now: float) -> None:
        """Drop those that have filled up again since, and what is too much."""
        while self._levels:
            _, since = next(iter(self._levels.values()))
            if len(self._levels) <= self._most and now - since < _MINUTE:
                return
            self._levels.popitem(last=False)


class Pace:
    """The limits of one door."""

    def __init__(self, rates: Rates, proxies: Sequence[Network] = (), clock: Clock = time.monotonic) -> None:
        self._addresses = Addresses(proxies)
        self._conversation = Buckets(rates.conversation, clock)
        self._address = Buckets(rates.address, clock)
        self._conversation_flood = Buckets(rates.conversation * _FLOOD_OF_CONVERSATION, clock)
        self._address_flood = Buckets(rates.address * _FLOOD_OF_ADDRESS, clock)

    def stop_flood(self, request: Request, conversation: str = "", text: str = "") -> None:
        """Count a request, and a long text as many.

        Raises:
            TooFast: it is so much that messages are no longer read; the text of the error names who helps at once.
        """
        seconds = self._conversation_flood.take(conversation) if conversation else 0.0
        seconds = seconds or self._address_flood.take(self._addresses.of(request), len(parts(text)))
        if seconds:
            raise TooFast("flooded", seconds)

    async def admit(self, agent: Agent, request: Request, sender: str, text: str | None, own: bool = True) -> None:
        """Let a message go to the assistant: one within the limits, and every call for help.

        own: the sender is a conversation that one person holds, with a limit of its own

        Raises:
            TooFast: it has to wait.
        """
        seconds = self._conversation.take(sender) if own else 0.0
        seconds = seconds or self._address.take(self._addresses.of(request), len(parts(text or "")))
        if seconds and not await calls_for_help(agent, sender, text):
            raise TooFast("too_fast", seconds)


class Addresses:
    """Whom a request comes from. Of IPv6 the network of a home or school, as a device has many addresses there.

    proxies: where `X-Forwarded-For` is believed; from elsewhere anybody can write it
    """

    def __init__(self, proxies: Sequence[Network] = ()) -> None:
        self._proxies = tuple(proxies)
        self._warned = False

    def of(self, request: Request) -> str:
        peer = _parsed(request.ip)
        if peer is None:
            return ""
        forwarded = ",".join(request.headers.getall(_FORWARDED, []))
        if forwarded and not self._is_proxy(peer):
            self._warn()
        return _network(self._behind(peer, forwarded[-_LONGEST_HEADER:].split(",")))

    def _behind(self, peer: Address, forwarded: Sequence[str]) -> Address:
        """Back along the proxies, to the first address that is none of them. Each wrote down whom it heard."""
        for heard in reversed(forwarded):
            found = _parsed(heard)
            if not self._is_proxy(peer) or found is None:
                return peer
            peer = found
        return peer

    def _is_proxy(self, address: Address) -> bool:
        return any(address in network for network in self._proxies)

    def _warn(self) -> None:
        if not self._warned:
            logger.warning("A proxy that TRUSTED_PROXIES does not name: all who come through it count as one address.")
        self._warned = True


def _parsed(text: str | None) -> Address | None:
    """An address as servers and proxies write it, with or without port."""
    bare = (text or "").strip().strip('"')
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ip_address(bare)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _network(address: Address) -> str:
    return str(address) if address.version == 4 else address.exploded[:19]  # the first 64 bits
