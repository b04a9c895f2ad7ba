"""Is a routine as it would be seen as such, and written with no more than its difference?"""

from datetime import date

from tests.still_clock import StillClock
from tests.store.places import new_store
from tracker.actions.plan_rows import plan_rows
from tracker.actions.supposed import Supposed, settle
from tracker.domain.log import Entry, Rating
from tracker.domain.routine import Group, Pause, Routine, Step, Treatment, Version
from tracker.domain.rule.daily import Daily

DAY = date(2026, 11, 21)


def step(step_id: str, name: str = "Serum") -> Step:
    return Step(step_id, name, "serum", "evening", DAY, (Version(DAY, Daily()),))


BEFORE = Routine(
    (step("a"), step("b"), step("c")),
    (Group("One", ("a", "b")), Group("Two", ("c",))),
    (Pause(DAY, DAY), Pause(DAY, None)),
    (Treatment(DAY, "Peel", 3),),
)
AFTER = Routine(
    (step("a", "Pore serum"), step("c"), step("d")),
    (Group("One", ("d", "a")), Group("One", (), DAY)),
    (Pause(DAY, None), Pause(DAY, DAY, ("a",))),
    (Treatment(DAY, "Peel", 5),),
)


def test_what_becomes_of_a_routine_is_what_it_was_to_be() -> None:
    with new_store() as store:
        with store.writing("begin") as work:
            work.put(*BEFORE.steps, *BEFORE.groups, *BEFORE.pauses, *BEFORE.treatments)
        with store.writing("edit") as work:
            settle(work, AFTER)
        with store.reading() as look:
            assert look.routine()[:4] == AFTER[:4]
        store.undo()
        with store.reading() as look:
            assert look.routine()[:4] == BEFORE[:4]


def test_a_routine_that_stays_as_it_is_moves_nothing() -> None:
    with new_store() as store:
        with store.writing("begin") as work:
            work.put(*BEFORE.steps)
        with store.writing("edit") as work:
            settle(work, work.routine())
        assert work.change is None


def test_only_the_routine_is_supposed() -> None:
    with new_store() as store:
        entry, rating = Entry(DAY, "a", "tick", StillClock().now()), Rating(DAY, 7)
        with store.writing("begin") as work:
            work.put(*BEFORE.steps, entry, rating)
        with store.reading() as look:
            supposed = Supposed(look, BEFORE)
            assert supposed.settings() == look.settings()
            assert supposed.entry("a", DAY) == look.entry("a", DAY)
            assert supposed.entries(DAY, DAY) == look.entries(DAY, DAY)
            assert supposed.rating(DAY) == rating
            rows = plan_rows(supposed, DAY, DAY, DAY)
        assert [row.status for row in rows] == ["off_plan", "paused", "paused"]
