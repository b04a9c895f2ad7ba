"""Do plan, stats, routine show and doctor answer what they promise?"""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.golden_cases import RULES

MEASURES = json.loads((RULES[0].parents[1] / "measures" / "of_rule_cases.json").read_text())


def test_a_plan_is_one_document_sorted_by_slot_and_position(oily: Terminal) -> None:
    ran = oily.does("plan", "--json")
    assert list(ran.json) == ["today", "rows"]
    assert ran.json["today"] == "2026-11-21"
    assert ran.out.count("\n") == 1
    assert ran.json["rows"] == [
        ["2026-11-21", "cleanse-morning", "due", None, None],
        ["2026-11-21", "pore-serum", "due", None, None],
        ["2026-11-21", "moisturise-morning", "due", None, None],
        ["2026-11-21", "cleanse-evening", "due", None, None],
        ["2026-11-21", "clay-mask", "due", None, None],
        ["2026-11-21", "refining-lotion", "resting", "month_off", "2026-12-01"],
        ["2026-11-21", "overnight-serum", "resting", "displaced_by:clay-mask", "2026-11-22"],
        ["2026-11-21", "moisturise-evening", "due", None, None],
    ]


@pytest.mark.parametrize(
    "command", [("plan",), ("stats",), ("routine", "show"), ("plan", "--json")]
)
def test_who_only_looks_makes_nothing(terminal: Terminal, command: tuple[str, ...]) -> None:
    terminal.does(*command)
    assert not terminal.folder.exists()


def test_a_plan_of_another_day_and_of_a_range(oily: Terminal) -> None:
    day = oily.does("plan", "2026-12-01", "--json").json
    assert day["today"] == "2026-11-21"
    both = oily.does("plan", "2026-11-30..2026-12-01", "--json").json["rows"]
    before = oily.does("plan", "2026-11-30", "--json").json["rows"]
    assert both == before + day["rows"]  # type: ignore[operator]


def test_today_stands_in_for_the_clock(oily: Terminal) -> None:
    ran = oily.does("plan", "--today", "2026-10-02", "--json")
    assert ran.json["today"] == "2026-10-02"
    assert ran.rows["refining-lotion"][0] == "due"
    assert oily.does("stats", "--today", "2026-10-02", "--json").json["day"] == "2026-10-02"
    shown = oily.does("routine", "show", "--today", "2026-09-30", "--json")
    assert (shown.json["day"], shown.json["steps"]) == ("2026-09-30", [])


def test_a_plan_for_people(oily: Terminal) -> None:
    shown = oily.does("plan").out.splitlines()
    assert shown[:3] == ["Saturday, 21 November", "Morning", "  Cleanse     Due"]
    assert "  Refining lotion  Resting  Month off · until Tuesday 1 December" in shown
    ranged = oily.does("plan", "2026-11-30..2027-01-01").out
    assert "\n\nFriday, 1 January 2027\n" in ranged
    assert oily.does("plan", "2026-09-30").out == "No step is part of the routine then.\n"


def test_an_empty_place_says_how_to_begin(terminal: Terminal) -> None:
    hint = "There is no routine yet. Begin with: routine-tracker routine preset oily\n"
    assert terminal.does("plan").out == hint
    assert terminal.does("routine", "show").out == hint
    assert terminal.does("stats").out == "Nothing to count yet.\n"
    assert terminal.does("plan", "--json").json == {"today": "2026-11-21", "rows": []}
    assert terminal.does("stats", "--json").json["overall"] is None


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_stats_are_those_of_the_golden_cases(terminal: Terminal, path: Path) -> None:
    terminal.clock.forward(days=400)
    terminal.does("import", str(path))
    expected = dict(MEASURES[path.stem])
    today, steps = expected.pop("today"), expected.pop("steps")
    found = terminal.does("stats", "--today", today, "--json").json
    assert list(found) == ["day", "overall", "day_streak", "on_plan", "steps"]
    assert found.pop("day") == today
    by_step = {step.pop("step"): step for step in found.pop("steps")}  # type: ignore[attr-defined]
    assert found.pop("day_streak") == expected.pop("day_streak")
    assert found == pytest.approx(expected)
    assert set(by_step) == set(steps)
    for step, figures in steps.items():
        assert by_step[step].pop("trend") == pytest.approx(figures.pop("trend"))
        assert by_step[step] == figures


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_plans_are_those_of_the_golden_cases(terminal: Terminal, path: Path) -> None:
    terminal.clock.forward(days=400)
    terminal.does("import", str(path))
    plan = json.loads(path.read_text())["plan"]
    asked = f"{plan['from']}..{plan['to']}"
    rows = terminal.does("plan", asked, "--today", plan["today"], "--json").json["rows"]
    assert sorted(map(str, rows)) == sorted(map(str, plan["expect"]))  # type: ignore[call-overload]


def test_figures_for_people(oily: Terminal) -> None:
    for day in range(15, 22):
        for step in ("cleanse-morning", "clay-mask"):
            oily.run("tick", step, "--day", f"2026-11-{day}")
    shown = oily.does("stats", "--range", "30d").out
    assert shown.startswith("Range        the last 30 days\nConsistency  ")
    cells = [line.split("  ") for line in shown.splitlines()]
    figures = [[cell.strip() for cell in line if cell.strip()] for line in cells]
    assert ["Cleanse (cleanse-morning)", "7 of 30", "23 %"] in [line[:3] for line in figures]
    assert "On plan      100 %" in shown


def test_the_routine_in_force(oily: Terminal) -> None:
    document = oily.does("routine", "show", "--json").json
    assert list(document) == ["day", "steps", "groups", "pauses", "treatments"]
    shown = oily.does("routine", "show").out
    assert "  Refining lotion  refining-lotion     Every day; 1 month on and 1 month off" in shown
    group = "Evening treatment: at most one a day of Clay mask, Refining lotion and Overnight serum"
    assert group in shown


def test_what_rests_the_routine_is_shown_with_it(terminal: Terminal) -> None:
    case = next(path for path in RULES if path.stem == "ranges-that-touch")
    terminal.does("import", str(case))
    shown = terminal.does("routine", "show", "--today", "2026-09-07").out
    assert "Pause from 8 September 2026 to 10 September 2026: all steps." in shown
    assert "Pause from 8 October 2026, until ended: Mask." in shown
    assert "Peel on 12 September 2026, then rest for 3 days: " in shown


def test_doctor_finds_nothing_wrong(oily: Terminal) -> None:
    found = oily.does("doctor", "--json").json
    assert found["ok"] is True
    assert {"check", "ok", "state", "detail"} == set(found["checks"][0])  # type: ignore[index]
    assert oily.does("doctor").out.endswith("\nAll is well.\n")


def test_doctor_finds_what_is_wrong(oily: Terminal) -> None:
    oily.folder.chmod(0o755)
    ran = oily.run("doctor", "--json")
    assert (ran.code, ran.json["ok"]) == (4, False)
    shown = oily.run("doctor").out
    assert "others may look into it" in shown
    assert shown.endswith("\nSomething is wrong.\n")


def test_doctor_of_an_empty_place(terminal: Terminal) -> None:
    assert "nothing is kept yet" in terminal.does("doctor").out
