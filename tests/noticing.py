"""Which tests can notice that a line is wrong, and which of them are the quickest?

A plugin for pytest (`-p tests.noticing`) and a command, both for `mutants.py`. The plugin writes
down how long each test took (`--seconds FILE`), or runs those that a file names, in its order
(`--only FILE`). `python tests/noticing.py MEASURED TESTS...` runs in a clone in which one line was
made wrong, and ends with 0 where no test notices it.
"""

import ast
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from coverage import CoverageData

COVERAGE: Final = "coverage"
"""What `coverage` wrote down: which tests came to which line."""
SECONDS: Final = "seconds.json"
PYTEST: Final = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not slow")
_ONE_LINE: Final = re.compile(r"^@@ -(\d+)", re.MULTILINE)
_took: defaultdict[str, float] = defaultdict(float)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Two files: one to write, one to read."""
    parser.addoption("--seconds", type=Path, help="where to write how long each test took")
    parser.addoption("--only", type=Path, help="which tests to run, in which order")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave those that were asked for, as they were asked for."""
    if config.getoption("only") is not None:
        names = json.loads(config.getoption("only").read_text(encoding="utf-8"))
        found = {item.nodeid: item for item in items}
        items[:] = [found[name] for name in names if name in found]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Setting up is a part of a test, and so is clearing up."""
    _took[report.nodeid] += report.duration


def pytest_sessionfinish(session: pytest.Session) -> None:
    """What took how long, told by the process that heard of all tests."""
    file = session.config.getoption("seconds")
    if file is not None and not hasattr(session.config, "workerinput"):
        file.write_text(json.dumps(_took), encoding="utf-8")


def main(measured: Path, *tests: str) -> int:
    """Run the tests that came into the mutated function, or all of `tests`; the quickest first."""
    path = _git("diff", "--name-only", "tracker").strip()
    changed = _ONE_LINE.search(_git("diff", "-U0", "tracker"))
    if changed is None:
        return 0
    took = json.loads((measured / SECONDS).read_text(encoding="utf-8"))
    names = {name for name in took if name.startswith(tests)}
    lines = _function(_git("show", f"HEAD:{path}"), int(changed[1]))
    if lines is not None:
        names &= set(_came(measured / COVERAGE, path, lines))
    if not names:
        return 0
    only = Path(f"{measured}/only-{Path.cwd().name}.json")
    only.write_text(json.dumps(sorted(names, key=lambda name: took[name])), encoding="utf-8")
    files = sorted({name.partition("::")[0] for name in names})
    command = [*PYTEST, "-x", "-p", "tests.noticing", "--only", str(only), *files]
    return subprocess.run(command, check=False).returncode


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], check=True, capture_output=True, encoding="utf-8"
    ).stdout


def _function(source: str, line: int) -> range | None:
    """The lines of the innermost function with this line in its body; None where it is in none."""
    bodies = [
        range(node.body[0].lineno, (node.end_lineno or line) + 1)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
    ]
    return min((body for body in bodies if line in body), key=len, default=None)


def _came(file: Path, path: str, lines: range) -> Iterator[str]:
    """The tests that came to any of the lines."""
    data = CoverageData(str(file))
    data.read()
    for name in data.measured_files():
        if not name.endswith(f"/{path}"):
            continue
        for line, contexts in data.contexts_by_lineno(name).items():
            if line in lines:
                yield from (context.rpartition("|")[0] for context in contexts if context)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
