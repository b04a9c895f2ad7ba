"""Does every edit tell what was there before it and what is there after it?"""

from datetime import date
from typing import get_args

from tracker.actions.views.edits import EditCode
from tracker.domain.routine import Group, NotAfter, Routine, Step, Version
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.exchange.answers import Item
from tracker.exchange.edit_answers import edits_answer
from tracker.exchange.writing import write_step

FIRST, DAY = date(2026, 10, 1), date(2026, 12, 1)
MASK = Step("mask", "Mask", "mask", "evening", FIRST, (Version(FIRST, Daily()),))
SERUM = MASK._replace(id="serum", name="Serum", kind="serum", end=DAY)
OLD = MASK._replace(id="old", name="Old")
PLANNED = MASK._replace(
    id="planned", name="Planned", schedule=(*MASK.schedule, Version(DAY, Every(2)))
)
BEFORE = Routine(
    (MASK, SERUM, OLD, PLANNED), (Group("All", ("mask", "serum")), Group("Few", ("old", "planned")))
)
NEW = MASK._replace(id="new", name="New")
THEN = Version(DAY, Every(3), (NotAfter("serum", 2),), "off")
MUD = MASK._replace(
    name="Mud",
    kind="serum",
    note="Thinly",
    start=date(2026, 9, 1),
    end=date(2027, 1, 1),
    schedule=(*MASK.schedule, THEN),
)
AFTER = Routine(
    (
        SERUM._replace(end=None, slot="morning"),
        PLANNED._replace(schedule=MASK.schedule),
        MUD,
        NEW,
    ),
    (
        Group("All", ("mask", "serum")),
        Group("All", ("serum", "mask"), DAY),
        Group("Few", ("old", "planned")),
        Group("Few", (), DAY),
    ),
)
DAILY: Item = {"rule": {"kind": "daily"}, "not_after": [], "enforce": None}
VALUES = [
    ("taken_out", "old", write_step(OLD), None),
    ("slot", "serum", "evening", "morning"),
    ("goes_on", "serum", "2026-12-01", None),
    ("given_up", "planned", DAILY | {"rule": {"kind": "every", "days": 2}}, DAILY),
    ("renamed", "mask", "Mask", "Mud"),
    ("kind", "mask", "mask", "serum"),
    ("details", "mask", {}, {"note": "Thinly"}),
    ("starts", "mask", "2026-10-01", "2026-09-01"),
    ("ends", "mask", None, "2027-01-01"),
    ("rule", "mask", {"kind": "daily"}, {"kind": "every", "days": 3}),
    ("not_after", "mask", [], [{"step": "serum", "days": 2}]),
    ("enforce", "mask", None, "off"),
    ("added", "new", None, write_step(NEW)),
    ("rule", "new", None, {"kind": "daily"}),
    (
        "order",
        None,
        ["mask", "serum", "old", "planned"],
        ["planned", "mask", "new"],
    ),
    ("group", None, ["mask", "serum"], ["serum", "mask"]),
    ("group_ended", None, ["old", "planned"], None),
]


def test_each_edit_has_both_values() -> None:
    answers = edits_answer(BEFORE, AFTER)

    found = [(one["edit"], one["step"], one["before"], one["after"]) for one in answers]
    assert sorted(found, key=repr) == sorted(VALUES, key=repr)
    assert {code for code, *_values in VALUES} == set(get_args(EditCode))


def test_a_group_that_is_given_up_was_one() -> None:
    (answer,) = edits_answer(Routine((), (Group("All", ("a", "b")),)), Routine(()))

    assert (answer["edit"], answer["before"], answer["after"]) == ("given_up", ["a", "b"], None)
