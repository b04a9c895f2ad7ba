"""Is a person reminded of what is due, when its time has come, and of nothing else?"""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made import lives
from tracker.domain.day import ONE_DAY, Day, day_of
from tracker.domain.log import Deed, Log
from tracker.domain.plan import plan
from tracker.domain.reminder import Mention, Reminder, moment_of, reminders_of, timely
from tracker.domain.routine import Group, Pause, Routine, Slot, Step, Treatment, Version
from tracker.domain.rule.as_needed import AsNeeded
from tracker.domain.rule.base import Rule
from tracker.domain.rule.cycle import Cycle, Lengths
from tracker.domain.rule.daily import Daily
from tracker.domain.settings import Json

DAY = date(2026, 11, 30)
EVENING = datetime(2026, 11, 30, 21, tzinfo=UTC)
MONTHS = Cycle(Daily(), Lengths("months", 1, 1), date(2026, 10, 1))
"""On in October, off in November, on in December."""


def mask(name: str = "mask", rule: Rule | None = None, slot: Slot = "evening") -> Step:
    schedule = (Version(DAY, rule or Daily()),)
    return Step(name, name.title(), "mask", slot, DAY, schedule)


def lotion(rule: Rule) -> Step:
    start = date(2026, 10, 1)
    return Step("lotion", "Lotion", "refining lotion", "evening", start, (Version(start, rule),))


def said(
    routine: Routine,
    now: datetime = EVENING,
    log: Log | None = None,
    settings: dict[str, Json] | None = None,
) -> tuple[Reminder, ...]:
    day = day_of(now, 4)
    rows = plan(routine, log or Log(()), day, day + ONE_DAY, day)
    return reminders_of(timely(routine, settings or {}, day, now), rows, day)


def steps_said(reminders: tuple[Reminder, ...]) -> list[tuple[str, str, list[str]]]:
    return [(one.slot, one.kind, sorted(one.steps)) for one in reminders]


@pytest.mark.parametrize(
    ("now", "is_said"),
    [
        (EVENING - timedelta(seconds=1), False),
        (EVENING, True),
        (EVENING + timedelta(hours=4, minutes=30), True),
        (EVENING + timedelta(hours=7), False),
    ],
)
def test_a_mask_is_told_of_from_the_evenings_time_to_the_end_of_its_day(
    now: datetime, is_said: bool
) -> None:
    found = said(Routine((mask(),)), now)

    told = [one for one in found if one.day == DAY]
    assert told == ([Reminder(DAY, "evening", "mask", (Mention("mask", "Mask"),))] * is_said)


def test_its_time_is_the_slots_as_it_is_set_or_its_own() -> None:
    routine = Routine((mask("a"), mask("b")._replace(remind_at="20:00"), mask("c", slot="morning")))
    settings: dict[str, Json] = {"evening_at": "22:15"}

    at_eight = said(routine, EVENING - timedelta(hours=1), settings=settings)
    late = said(routine, EVENING + timedelta(minutes=75), settings=settings)

    assert steps_said(at_eight) == [("morning", "mask", ["c"]), ("evening", "mask", ["b"])]
    assert steps_said(late) == [("morning", "mask", ["c"]), ("evening", "mask", ["a", "b"])]


def test_a_time_after_midnight_belongs_to_the_evening_before() -> None:
    assert moment_of(DAY, time(1, 30), 4) == datetime.combine(date(2026, 12, 1), time(1, 30))
    assert moment_of(DAY, time(1, 30), 0) == datetime.combine(date(2026, 11, 30), time(1, 30))
    settings: dict[str, Json] = {"evening_at": "01:00"}
    routine = Routine((mask(),))

    assert not said(routine, EVENING, settings=settings)
    assert said(routine, EVENING + timedelta(hours=4), settings=settings)[0].day == DAY


@pytest.mark.parametrize("deed", ["tick", "skip"])
def test_what_is_answered_is_not_told(deed: Deed) -> None:
    assert not said(Routine((mask(),)), log=Log([("mask", DAY, deed)]))


@pytest.mark.parametrize(
    "routine",
    [
        Routine((mask(),), pauses=(Pause(DAY, DAY),)),
        Routine((mask(),), treatments=(Treatment(DAY - ONE_DAY, "Peel", 3),)),
        Routine((mask(rule=AsNeeded()),)),
        Routine((mask()._replace(start=DAY + ONE_DAY),)),
        Routine((mask()._replace(kind="serum"),)),
        Routine((mask(), lotion(Daily())), (Group("evening", ("lotion", "mask")),)),
    ],
    ids=["paused", "recovering", "as needed", "not begun", "no mask", "gives way"],
)
def test_nothing_is_told_of_what_is_not_due(routine: Routine) -> None:
    assert not said(routine)


@pytest.mark.parametrize(
    ("rule", "turning"),
    [
        (MONTHS, "month_on"),
        (Cycle(Daily(), Lengths("months", 1, 1), date(2026, 11, 1)), "month_off"),
        (Cycle(Daily(), Lengths("days", 10, 10), DAY - timedelta(days=19)), "phase_on"),
        (Cycle(Daily(), Lengths("weeks", 1, 2), DAY - timedelta(days=6)), "phase_off"),
    ],
)
def test_the_evening_before_a_phase_turns_that_is_told(rule: Rule, turning: str) -> None:
    (found,) = said(Routine((lotion(rule),)))

    assert (found.slot, found.kind, found.day) == ("evening", "phase", DAY)
    assert [(one.name, one.turning) for one in found.mentions] == [("Lotion", turning)]
    assert not said(Routine((lotion(rule),)), EVENING - timedelta(minutes=1))
    assert not said(Routine((lotion(rule),)), EVENING - ONE_DAY)


@pytest.mark.parametrize(
    "routine",
    [
        Routine((lotion(MONTHS),), pauses=(Pause(DAY + ONE_DAY, None),)),
        Routine((lotion(MONTHS),), treatments=(Treatment(DAY, "Peel", 3),)),
        Routine((lotion(MONTHS)._replace(end=DAY),)),
        Routine((lotion(Cycle(Daily(), Lengths("months", 1, 1), DAY + ONE_DAY)),)),
    ],
    ids=["paused", "recovering", "ending", "beginning"],
)
def test_a_phase_that_does_not_turn_for_the_person_is_not_told(routine: Routine) -> None:
    assert not said(routine)


def test_a_phase_that_turns_by_an_edit_is_told() -> None:
    step = lotion(MONTHS)
    on_for_good = Cycle(Daily(), Lengths("months", 9, 1), DAY + ONE_DAY)
    edited = step._replace(schedule=(*step.schedule, Version(DAY + ONE_DAY, on_for_good)))
    none = step._replace(schedule=(*step.schedule, Version(DAY + ONE_DAY, Daily())))

    assert steps_said(said(Routine((edited,)))) == [("evening", "phase", ["lotion"])]
    assert not said(Routine((none,)))


def test_a_mask_with_phases_makes_a_reminder_of_each_sort_at_its_own_time() -> None:
    cycle = Cycle(Daily(), Lengths("months", 1, 1), date(2026, 11, 1))
    routine = Routine((mask(rule=cycle, slot="morning"),))

    assert [one.kind for one in said(routine, EVENING - timedelta(hours=8))] == ["mask"]
    both = said(routine)
    assert [(one.slot, one.kind) for one in both] == [("morning", "mask"), ("evening", "phase")]
    assert len({one.key for one in both}) == 2


@given(life=lives(), hour=st.integers(0, 23), kinds=st.lists(st.booleans(), min_size=4, max_size=4))
def test_whatever_the_life_a_slot_speaks_once_and_only_of_what_is_due(
    life: tuple[Routine, Log, Day], hour: int, kinds: list[bool]
) -> None:
    routine, log, day = life
    steps = tuple(
        step._replace(kind="mask" if is_mask else step.kind)
        for step, is_mask in zip(routine.steps, kinds, strict=False)
    )
    routine = routine._replace(steps=steps)
    rows = plan(routine, log, day, day + ONE_DAY, day)
    now = datetime.combine(day, time(hour), UTC)

    found = reminders_of(timely(routine, {"day_starts_at": 0}, day, now), rows, day)

    assert len({one.key for one in found}) == len(found)
    due = {row.step for row in rows if row.day == day and row.status == "due"}
    for one in found:
        assert one.mentions
        assert one.kind == "phase" or one.steps <= due
    told = {step for one in found if one.kind == "mask" for step in one.steps}
    slots = {slot for slot, from_hour in (("morning", 8), ("evening", 21)) if hour >= from_hour}
    masks = {step.id for step in steps if step.kind == "mask" and step.slot in slots}
    assert told == masks & due
