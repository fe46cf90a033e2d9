"""The one place for environment variables: defaults, `.env`, and what they mean.

`prepare()` must run before anything imports Rasa, TensorFlow or NumPy: those read their variables when imported. This
module therefore imports nothing heavy.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sysconfig
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from dotenv import load_dotenv

Network = IPv4Network | IPv6Network
ROOT = Path(__file__).resolve().parents[2]

DEFAULTS = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "LOG_LEVEL": "WARNING",  # Rasa reads it too: no progress bars of hundreds of lines
    "RASA_MAX_CACHE_SIZE": "0",  # every change trains all anew, so copies of 150 MB a training would never be read
    # Linear models on one sentence gain nothing from threads; the pools cost memory and time.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
_M_ARENA_MAX = -8  # malloc.h
_ARENAS = 2


def prepare() -> None:
    """Read `.env`, then fill in the defaults. What the shell has set wins over both."""
    load_dotenv(ROOT / ".env", override=False)
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    _limit_malloc_arenas()


def install(site_packages: Path) -> None:
    """Make the defaults hold for every command of this virtual environment, plain `rasa …` too: no telemetry unasked.

    Not the log level: at WARNING plain `rasa run` would not even say that it is ready.
    """
    pairs = tuple((name, value) for name, value in DEFAULTS.items() if name != "LOG_LEVEL")
    line = f"import os; [os.environ.setdefault(*pair) for pair in {pairs!r}]\n"
    (site_packages / "stempad.pth").write_text(line, encoding="utf-8")


def allowed_origins() -> frozenset[str]:
    """The exact web origins ("https://www.school.be") of ALLOWED_ORIGINS, comma separated. None by default."""
    listed = os.environ.get("ALLOWED_ORIGINS", "").split(",")
    return frozenset(origin.strip().rstrip("/") for origin in listed if origin.strip() not in ("", "*"))


@dataclass(frozen=True)
class Rates:
    """Messages a minute, for each conversation and each address; 0 is no limit."""

    conversation: int = 0
    address: int = 0


def widget_rates() -> Rates:
    """WIDGET_PER_CONVERSATION and WIDGET_PER_ADDRESS. A whole school may stand behind one address.

    Raises:
        ValueError: one of them is no whole number.
    """
    return Rates(_number("WIDGET_PER_CONVERSATION", 30), _number("WIDGET_PER_ADDRESS", 600))


def rest_rate() -> int:
    """REST_PER_ADDRESS, messages a minute; none by default, as programs use that door for many people."""
    return _number("REST_PER_ADDRESS", 0)


def trusted_proxies() -> tuple[Network, ...]:
    """The addresses or networks of TRUSTED_PROXIES, comma separated, whose `X-Forwarded-For` is believed.

    Raises:
        ValueError: one of them is no address or network.
    """
    listed = _setting("TRUSTED_PROXIES").split(",")
    return tuple(ip_network(proxy.strip()) for proxy in listed if proxy.strip())


def _number(name: str, default: int) -> int:
    text = _setting(name) or str(default)
    if not text.isascii() or not text.isdigit():
        raise ValueError(f"{name}={text!r}: expected a whole number, 0 for no limit")
    return int(text)


def _setting(name: str) -> str:
    """From the shell, else from `.env`, which plain `rasa run` has not read."""
    load_dotenv(ROOT / ".env", override=False)
    return os.environ.get(name, "").strip()


def give_memory_back() -> None:
    """Collect garbage once, exempt what is loaded from later collections, and return free pages to the system."""
    gc.collect()
    gc.freeze()
    libc = _libc()
    if libc is not None:
        libc.malloc_trim(0)


def _limit_malloc_arenas() -> None:
    libc = _libc()
    if libc is not None and "MALLOC_ARENA_MAX" not in os.environ:
        libc.mallopt(_M_ARENA_MAX, _ARENAS)


def _libc() -> ctypes.CDLL | None:
    """glibc, or None on a system without it (macOS, Alpine)."""
    try:
        libc = ctypes.CDLL("libc.so.6")
    except OSError:
        return None
    return libc if hasattr(libc, "mallopt") and hasattr(libc, "malloc_trim") else None


if __name__ == "__main__":
    install(Path(sysconfig.get_paths()["purelib"]))
