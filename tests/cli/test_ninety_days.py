"""Do plan, stats and the window's Today agree in ninety days that a person lives?

The person follows the routine for oily skin by the command line: ticks, forgets, swaps, skips,
breaks a rule, pauses, has a peel, and takes in a file from another machine.
"""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias, cast

import pytest

from tests.cli.terminal import Ran, Terminal
from tests.still_clock import StillClock
from tests.thorough import THOROUGH
from tracker.actions.views.streak import StreakKeeper
from tracker.actions.views.today import TodayView
from tracker.actions.views.today_view import today_view
from tracker.domain.day import Day
from tracker.store.store import SqlStore, open_store

FIRST: Final = date(2026, 10, 1)
DAYS: Final = 90
ROOT: Final = Path(__file__).resolve().parents[2]
Rows: TypeAlias = list[list[str | None]]


class Figures(NamedTuple):
    """What a careful person would count off the plan's rows."""

    overall: float | None
    on_plan: float | None
    current: int
    best: int


@pytest.fixture
def life(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> "Life":
    start = datetime.combine(FIRST, datetime.min.time(), UTC) + timedelta(hours=21)
    return Life(Terminal(tmp_path / "data", StillClock(start), capsys), tmp_path)


class Life:
    """A person at a terminal, a day at a time."""

    def __init__(self, terminal: Terminal, folder: Path) -> None:
        self.terminal = terminal
        self.folder = folder
        self.refusals = 0

    @property
    def today(self) -> Day:
        """The day that it is."""
        return self.terminal.today

    @property
    def number(self) -> int:
        """Which of the ninety days it is, from 0."""
        return (self.today - FIRST).days

    def plan(self, *days: str) -> Rows:
        """The rows of a plan."""
        return cast("Rows", self.terminal.does("plan", *days, "--json").json["rows"])

    def does(self, *arguments: str) -> Ran:
        """Type a command that must succeed."""
        return self.terminal.does(*arguments)

    def live(self) -> None:
        """Do what this day brings, then the routine as far as it is not forgotten."""
        event = EVENTS.get(self.number)
        if event is not None:
            event(self)
        if self.number % 13 == 5:
            return
        for _day, step, status, *_rest in self.plan():
            if status == "due" and not self._forgets(str(step)):
                self.does("tick", str(step), "--json")
            elif status == "resting" and self.number % 7 == 0:
                self._is_refused(str(step))
        self.does("rate", str(1 + self.number % 10), "--pores", str(self.number % 5))

    def _forgets(self, step: str) -> bool:
        """Some evenings are forgotten, and some masks are put off to the next day."""
        if step == "clay-mask":
            return self.number % 9 == 4
        return self.number % 11 == 3 and not step.endswith("morning")

    def _is_refused(self, step: str) -> None:
        """A strict step that rests is refused, for the plan's reason; a swap is no refusal."""
        if step != "refining-lotion":
            return
        (before,) = [rest for _day, one, *rest in self.plan() if one == step]
        ran = self.terminal.run("tick", step, "--json")
        if ran.code == 0:
            assert str(before[1]).startswith("displaced_by:")
            self.does("undo")
            return
        assert ran.code == 3
        assert ran.json == {"refused": {"reason": before[1], "until": before[2]}}
        self.refusals += 1

    def imports(self, **parts: object) -> Ran:
        """Take in a document that holds these parts."""
        path = self.folder / f"day-{self.number}.json"
        path.write_text(json.dumps({"format": "routine-tracker", "version": 1, **parts}))
        return self.does("import", str(path), "--json")


def _sets_up(life: Life) -> None:
    life.does("routine", "preset", "oily", "--start", FIRST.isoformat())


def _swaps(life: Life) -> None:
    """Sunday is a mask day; the lotion is used instead, within the rules."""
    rows = life.does("tick", "refining-lotion", "--json").rows
    assert rows["refining-lotion"] == ["done", None, None]


def _breaks_a_rule(life: Life) -> None:
    assert life.terminal.run("tick", "refining-lotion").code == 3
    ran = life.does("tick", "refining-lotion", "--anyway", "--reason", "A wedding", "--json")
    assert ran.rows["refining-lotion"][0] == "off_plan"


def _skips(life: Life) -> None:
    life.does("skip", "pore-serum", "--reason", "Ran out")


def _turns_back_and_forth(life: Life) -> None:
    before, after = life.plan(), life.does("tick", "toner", "--json").json["rows"]
    life.does("undo")
    assert life.plan() == before
    life.does("redo")
    assert life.plan() == after


def _fills_in(life: Life) -> None:
    yesterday = (life.today - timedelta(days=1)).isoformat()
    assert life.does("tick", "toner", "--day", yesterday, "--json").rows["toner"][0] == "done"


def _pauses(life: Life) -> None:
    """A pause comes from another machine, by a document."""
    last = (life.today + timedelta(days=4)).isoformat()
    pause = {"from": life.today.isoformat(), "to": last, "steps": None, "reason": "Away"}
    assert life.imports(pauses=[pause]).json["added"] == {"pause": 1}
    assert {status for _day, _step, status, *_rest in life.plan()} == {"paused"}


def _has_a_peel(life: Life) -> None:
    peel = {"day": life.today.isoformat(), "name": "Peel", "rest_days": 3, "steps": None}
    assert life.imports(treatments=[peel]).json["added"] == {"treatment": 1}


def _takes_a_file_in(life: Life) -> None:
    """What another machine logged on forgotten days joins what is here; nothing is overwritten."""
    path = life.folder / "other.json"
    life.does("export", str(path))
    document = json.loads(path.read_text())
    forgotten = [(FIRST + timedelta(days=n)).isoformat() for n in (5, 18, 44)]
    added = [{"day": day, "step": "toner", "do": "tick"} for day in forgotten]
    off_plan = {"day": forgotten[2], "step": "refining-lotion", "do": "tick"}
    clash = {"day": FIRST.isoformat(), "step": "toner", "do": "skip", "reason": "Not mine"}
    found = life.imports(steps=document["steps"], log=[*added, off_plan, clash]).json
    assert found["added"] == {"entry": 4}
    assert [note["code"] for note in found["left_out"]] == ["tick_kept"]  # type: ignore[attr-defined]
    assert life.plan(forgotten[0])[1][2] == "done"


EVENTS: Final = {
    0: _sets_up,
    10: _swaps,
    20: _skips,
    25: _turns_back_and_forth,
    37: _fills_in,
    40: _breaks_a_rule,
    60: _pauses,
    70: _takes_a_file_in,
    75: _has_a_peel,
}


def is_looked_at(number: int) -> bool:
    """Each third day and those on which something special happens; in thorough trials each."""
    return THOROUGH or number % 3 == 0 or number in EVENTS or number == DAYS - 1


def counted(rows: Rows, today: str) -> Figures:
    """The figures, counted a second time and plainly: a day at a time, a row at a time."""
    shares: list[float] = []
    current = best = 0
    for day in sorted({str(row[0]) for row in rows if str(row[0]) <= today}):
        states = [row[2] for row in rows if row[0] == day]
        done, missed = states.count("done"), states.count("missed")
        if done + missed == 0:
            continue
        shares.append(done / (done + missed))
        if day == today and ("due" in states or "open" in states):
            continue
        current = 0 if missed else current + 1
        best = max(best, current)
    states = [row[2] for row in rows if str(row[0]) <= today]
    uses = states.count("done") + states.count("off_plan")
    return Figures(
        sum(shares) / len(shares) if shares else None,
        1 - states.count("off_plan") / uses if uses else None,
        current,
        best,
    )


def check_stats(life: Life, rows: Rows) -> Figures:
    """Compare `stats` with what the plan's rows give."""
    today = life.today.isoformat()
    found = life.does("stats", "--json").json
    figures = counted(rows, today)
    assert found["overall"] == pytest.approx(figures.overall)
    assert found["on_plan"] == pytest.approx(figures.on_plan)
    kept = cast("dict[str, object]", found["day_streak"])
    assert (kept["current"], kept["best"]) == (figures.current, figures.best)
    month = (life.today - timedelta(days=29)).isoformat()
    for step in cast("list[dict[str, object]]", found["steps"]):
        own = [row for row in rows if row[1] == step["step"]]
        states = [row[2] for row in own]
        done, missed = states.count("done"), states.count("missed")
        assert (step["turns"], step["done"], step["missed"]) == (done + missed, done, missed)
        assert step["excused"] == states.count("skipped")
        recent = [row[2] for row in own if str(row[0]) >= month]
        asked = recent.count("done") + recent.count("missed")
        assert step["adherence_30"] == {"done": recent.count("done"), "turns": asked}
    return figures


def shown(view: TodayView) -> dict[str, list[str | None]]:
    """What the window's Today shows of each step."""
    cards = [card for slot in view.slots for card in slot.cards]
    return {
        card.step: [card.status, card.reason, None if card.until is None else str(card.until)]
        for card in cards
    }


def check_window(life: Life, store: SqlStore, rows: Rows, figures: Figures) -> None:
    """Compare the window's Today with the plan's rows of the day and with the figures."""
    today = life.today.isoformat()
    with store.reading() as reading:
        view = today_view(reading, None, life.terminal.clock.now())
        kept = StreakKeeper().view(reading, life.today)
    own = {str(step): rest for day, step, *rest in rows if day == today}
    assert shown(view) == own
    done = [step for step, rest in own.items() if rest[0] == "done"]
    due = [step for step, rest in own.items() if rest[0] == "due"]
    assert sum(slot.done for slot in view.slots) == len(done)
    assert sum(slot.asked for slot in view.slots) == len(done) + len(due)
    assert (kept.current, kept.best) == (figures.current, figures.best)


@pytest.mark.slow
def test_ninety_days(life: Life) -> None:
    store = None
    for _day in range(DAYS):
        life.live()
        store = store or open_store(life.terminal.folder, life.terminal.clock)
        if is_looked_at(life.number):
            rows = life.plan(f"{FIRST}..{life.today}")
            assert [row for row in rows if row[0] == str(life.today)] == life.plan()
            check_window(life, store, rows, check_stats(life, rows))
        life.terminal.clock.forward(days=1)
    assert store is not None
    life.terminal.clock.forward(days=-1)
    assert life.refusals > 5
    _check_every_day_in_hindsight(life, store)
    _check_in_processes_of_their_own(life)
    store.close()


def _check_every_day_in_hindsight(life: Life, store: SqlStore) -> None:
    """Each day of the past looks the same by itself, in a range and in the window."""
    rows = life.plan(f"{FIRST}..{life.today}")
    statuses = {row[2] for row in rows}
    expected = {"done", "missed", "moved", "skipped", "off_plan", "paused", "resting", "optional"}
    assert expected <= statuses
    for number in filter(is_looked_at, range(DAYS)):
        day = FIRST + timedelta(days=number)
        own = [row for row in rows if row[0] == str(day)]
        assert life.plan(str(day)) == own
        with store.reading() as reading:
            view = today_view(reading, day, life.terminal.clock.now())
        assert shown(view) == {str(step): rest for _day, step, *rest in own}


def _check_in_processes_of_their_own(life: Life) -> None:
    """A process of its own, started as a person starts it, answers the same."""
    today = str(life.today)
    for command in (["plan", f"{FIRST}..{today}"], ["stats"], ["stats", "--range", "90d"]):
        arguments = [*command, "--json", "--today", today]
        ran = subprocess.run(
            [sys.executable, "-m", "tracker", *arguments],
            env={**os.environ, "ROUTINE_TRACKER_DATA": str(life.terminal.folder)},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert ran.stdout == life.does(*arguments).out
