"""Is a new schedule kind one file, found by nobody's switch statement?"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.domain.rule import KINDS

TRACKER = Path(__file__).resolve().parents[2] / "tracker"
SENTENCES = TRACKER / "ui" / "pages" / "routine" / "sentences"
KNOWING = (
    TRACKER / "domain" / "rule",
    TRACKER / "words",
    *(SENTENCES / f"{kind}.py" for kind in KINDS),
)
"""Where a kind may be named: in its own file, where it is put into words, and in the one file that
holds the sentence in which it is changed."""
MODULES = {kind.__module__ for kind in KINDS.values()}
CLASSES = {kind.__name__ for kind in KINDS.values()}


def unknowing_files() -> list[Path]:
    """Every module that must treat all kinds alike; the plan first of all."""
    files = sorted(TRACKER.rglob("*.py"))
    return [path for path in files if not any(map(path.is_relative_to, KNOWING))]


def named_kinds(source: str) -> Iterator[str]:
    """Yield each schedule kind that the source names: as a code, a class or a module."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Constant(value=str(text)) if text in KINDS:
                yield text
            case ast.ImportFrom(module="re") | ast.Attribute(value=ast.Name(id="re")):
                continue
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in CLASSES:
                yield name
            case ast.ImportFrom(module=str(module)) if module in MODULES:
                yield module
            case ast.ImportFrom(module=str(module), names=names):
                yield from (n.name for n in names if n.name in CLASSES)
                yield from (n.name for n in names if f"{module}.{n.name}" in MODULES)
            case ast.Import(names=names):
                yield from (n.name for n in names if n.name in MODULES)


def test_nobody_asks_which_kind_a_rule_is() -> None:
    files = unknowing_files()
    assert TRACKER / "domain" / "plan.py" in files
    assert not [f"{path.name}: {name}" for path in files for name in named_kinds(path.read_text())]


@pytest.mark.parametrize("kind", KINDS)
def test_the_sentence_of_a_kind_names_no_other(kind: str) -> None:
    own = {kind, KINDS[kind].__name__, KINDS[kind].__module__}
    source = (SENTENCES / f"{kind}.py").read_text()
    assert set(named_kinds(source)) <= own


@pytest.mark.parametrize(
    "source",
    [
        'if rule.kind == "cycle": pass',
        "from tracker.domain.rule.cycle import Cycle",
        "from tracker.domain.rule import per_week",
        "import tracker.domain.rule.every",
        "isinstance(rule, rules.Cycle)",
    ],
)
def test_a_named_kind_is_found(source: str) -> None:
    assert list(named_kinds(source))
