"""Does the bench find its rows, and put what comes of them into a table?"""

import subprocess
import sys

from tests.faults.bench import FOLDER, Tried, aligned, keys, marked_down
from tests.faults.row import Figure

MET = Tried("one", "a fault", "a target", 20, Figure("0 lost", is_met=True), 1.4)
MISSED = MET._replace(key="another", figure=Figure("3 lost", is_met=False))


def test_a_module_that_names_a_row_is_one() -> None:
    assert {"kill_ticks", "kill_migrations", "clocks"} <= set(keys())
    assert not {"bench", "row", "window", "marks", "test_bench"} & set(keys())


def test_the_table_of_the_terminal_is_aligned_and_says_what_is_not_met() -> None:
    rows = [one.cells(is_for_docs=False) for one in (MET, MISSED)]

    assert list(aligned(rows)) == [
        "one      20  0 lost  met      1  a target",
        "another  20  3 lost  NOT MET  1  a target",
    ]


def test_the_table_of_the_documentation_names_the_fault() -> None:
    lines = list(marked_down([MET.cells(is_for_docs=True)]))

    assert lines[0] == "| a fault | a target | 20 | 0 lost | met | 1 |"
    assert lines[1].count("---") == lines[0].count("|") - 1


def test_a_row_that_there_is_not_is_said_before_anything_is_tried() -> None:
    command = [sys.executable, str(FOLDER / "bench.py"), "kill_tocks"]
    ran = subprocess.run(command, check=False, capture_output=True, text=True)

    assert ran.returncode == 2
    assert "no such row: kill_tocks" in ran.stderr
