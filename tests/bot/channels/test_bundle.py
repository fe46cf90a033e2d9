"""The widget as one script, without a browser."""

from __future__ import annotations

import gzip
import re

import pytest

from bot.channels.bundle import BundleError, bundle, constants, declared, in_order, read_sources, squeezed_css
from bot.channels.web import WIDGET, widget_script
from study_catalogue import Catalogue

MOST_BYTES = 20 * 1024
LEAF = 'export const LEAF = "blad";\n'
STEM = 'import { LEAF } from "./leaf.js";\n\nexport function stem() {\n  return LEAF; // blad\n}\n'
TREE = '// A tree.\nimport { LEAF } from "./leaf.js";\nimport { stem } from "./stem.js";\nstem(LEAF);\n'
GARDEN = {"leaf.js": LEAF, "stem.js": STEM, "tree.js": TREE}


def test_each_module_comes_once_after_what_it_needs() -> None:
    assert list(in_order(GARDEN, "tree.js")) == ["leaf.js", "stem.js", "tree.js"]


def test_the_script_is_one_function_without_modules_or_comments() -> None:
    script = bundle(GARDEN, "tree.js")
    assert script == (
        '(() => {\n"use strict";\nconst LEAF = "blad";\n'
        "function stem() {\nreturn LEAF; // blad\n}\nstem(LEAF);\n})();\n"
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"stem.js": STEM + "const LEAF = 1;\n"}, "both declare LEAF"),
        ({"leaf.js": 'import { stem } from "./stem.js";\n' + LEAF}, "imports itself"),
        ({"leaf.js": 'import { bark } from "./bark.js";\n' + LEAF}, "bark.js, which does not exist"),
        ({"leaf.js": 'const LEAF = "blad";\n'}, "imports LEAF, which leaf.js does not export"),
        ({"leaf.js": LEAF + "export default LEAF;\n"}, "not a form of import or export"),
        ({"leaf.js": LEAF + 'import * as all from "./stem.js";\n'}, "not a form of import or export"),
        ({"leaf.js": LEAF + "const TALL = `een\n  twee`;\n"}, "a text over several lines"),
    ],
)
def test_what_would_break_the_script_is_refused(change: dict[str, str], told: str) -> None:
    with pytest.raises(BundleError, match=told):
        bundle({**GARDEN, **change}, "tree.js")


def test_constants_are_json_under_their_names() -> None:
    module = constants({"A": {"ë": '"</script>'}, "B": [1]})
    assert module == 'export const A = {"ë": "\\"</script>"};\nexport const B = [1];'
    assert declared(module) == ["A", "B"]


def test_css_loses_comments_and_space_only() -> None:
    assert squeezed_css("/* x */\na b,\n c > d {\n  top: 0;  margin: 0 1em;\n}\n") == "a b,c > d{top: 0;margin: 0 1em;}"


def test_every_module_of_the_widget_is_in_it() -> None:
    modules = {**read_sources(WIDGET, ".js"), "data.js": constants({})}
    assert set(in_order(modules, "widget.js")) == set(modules)


def test_the_widget_has_no_module_left_and_no_name_twice() -> None:
    script = widget_script([])
    assert not re.search(r"^(?:import|export)\b", script, re.MULTILINE)
    assert script.startswith('(() => {\n"use strict";\n')


def test_the_widget_weighs_at_most_20_kilobytes_compressed(catalogue: Catalogue) -> None:
    assert len(gzip.compress(widget_script(catalogue.websites()).encode(), 9)) <= MOST_BYTES


def test_data_is_never_read_as_html_or_code() -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\.write|\beval\(|new Function|srcdoc|\.cookie"
    assert not re.search(forbidden, widget_script([]))
