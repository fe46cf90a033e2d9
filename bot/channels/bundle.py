"""One classic script of the widget's modules, made when the server starts. No build step, no JavaScript tool.

The modules keep to a small part of the language, and what does not is refused: one `import { a, b } from "./x.js";` a
line, named exports written before the declaration, names of the top level unique over all modules.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_IMPORT = re.compile(r'import \{ ([\w$, ]+) \} from "\./([\w.-]+\.js)";')
_EXPORT = re.compile(r"export (?=(?:async )?function |class |const |let )")
_DECLARED = re.compile(r"(?:async )?(?:function\*?|class|const|let|var) ([\w$]+)")
_MODULE_WORD = re.compile(r"(?:import|export)\b(?! *\()")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_SPACE = re.compile(r"\s*([{};,])\s*")


class BundleError(ValueError):
    """A module that cannot be put into the one script."""


def bundle(modules: Mapping[str, str], entry: str) -> str:
    """The modules that `entry` needs, itself last, as one script.

    Args:
        modules: source by file name.

    Raises:
        BundleError: a module is missing, imports itself in a circle, uses a name twice or is written in another style.
    """
    order = list(in_order(modules, entry))
    _check_names({name: modules[name] for name in order})
    _check_imports({name: modules[name] for name in order})
    body = "\n".join(_plain(modules[name], name) for name in order)
    return f'(() => {{\n"use strict";\n{body}\n}})();\n'


def in_order(modules: Mapping[str, str], entry: str) -> Iterator[str]:
    """Names of the modules, each after what it imports."""
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> Iterator[str]:
        if name in path:
            raise BundleError(f"{name} imports itself: {' > '.join([*path, name])}")
        if name not in modules:
            raise BundleError(f"{path[-1] if path else 'nobody'} imports {name}, which does not exist")
        if name in done:
            return
        for _, needed in _IMPORT.findall(modules[name]):
            yield from visit(needed, (*path, name))
        done.add(name)
        yield name

    return visit(entry, ())


def constants(values: Mapping[str, Any]) -> str:
    """A module that exports each value, as JSON, under its name."""
    lines = (f"export const {name} = {json.dumps(value, ensure_ascii=False)};" for name, value in values.items())
    return "\n".join(lines)


def squeezed_css(css: str) -> str:
    """CSS without comments and most white space."""
    return _CSS_SPACE.sub(r"\1", " ".join(_CSS_COMMENT.sub("", css).split()))


def read_sources(folder: Path, suffix: str) -> dict[str, str]:
    """Text by file name of the files with this ending, by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob(f"*{suffix}"))}


def declared(source: str) -> list[str]:
    """Names of the top level: what is declared at the start of a line."""
    lines = (_EXPORT.sub("", line) for line in source.splitlines())
    return [found[1] for line in lines if (found := _DECLARED.match(line))]


def _exported(source: str) -> set[str]:
    lines = (line for line in source.splitlines() if _EXPORT.match(line))
    return set(declared("\n".join(lines)))


def _check_names(modules: Mapping[str, str]) -> None:
    owner: dict[str, str] = {}
    for module, source in modules.items():
        for name in declared(source):
            if name in owner:
                raise BundleError(f"{module} and {owner[name]} both declare {name}")
            owner[name] = module


def _check_imports(modules: Mapping[str, str]) -> None:
    for module, source in modules.items():
        for names, needed in _IMPORT.findall(source):
            absent = {name.strip() for name in names.split(",")} - _exported(modules[needed])
            if absent:
                raise BundleError(f"{module} imports {', '.join(sorted(absent))}, which {needed} does not export")


def _plain(source: str, name: str) -> str:
    lines = (_EXPORT.sub("", line.strip()) for line in source.splitlines() if not _IMPORT.fullmatch(line.strip()))
    kept = [line for line in lines if line and not line.startswith("//")]
    for line in kept:
        # white space at the start of a line would be part of such a text
        if line.count("`") % 2:
            raise BundleError(f"{name}: a text over several lines: {line}")
        if _MODULE_WORD.match(line):
            raise BundleError(f"{name}: not a form of import or export that is understood: {line}")
    return "\n".join(kept)
