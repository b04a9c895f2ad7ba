"""Is every edit, planned or done, told in one line?"""

from datetime import date
from typing import get_args

import pytest

from tracker.actions.change import Change
from tracker.actions.views.edits import Edit, EditCode
from tracker.domain.routine import NotAfter
from tracker.domain.rule.every import Every
from tracker.words.changes import change_line
from tracker.words.edits import edit_line

TODAY = date(2026, 11, 21)
DAY = date(2026, 12, 1)
NAMES = {"mask": "Clay mask", "serum": "Serum"}
MASK = "Clay mask"
FIRST = "2026-12-01"
GROUP = {"name": "All", "first": FIRST}
LINES = [
    (Edit("added", MASK, "mask", DAY), "Clay mask is added and starts on 1 December."),
    (Edit("taken_out", MASK, "mask"), "Clay mask is taken out."),
    (Edit("renamed", MASK, "mask", text="Mud"), "Clay mask is called Mud."),
    (Edit("kind", MASK, "mask", text="serum"), "Clay mask becomes another kind of step."),
    (Edit("slot", MASK, "mask", text="morning"), "Clay mask moves to the morning."),
    (
        Edit("details", MASK, "mask"),
        "Clay mask has other details: its product, note or reminder.",
    ),
    (Edit("starts", MASK, "mask", date(2027, 1, 1)), "Clay mask starts on 1 January 2027."),
    (Edit("ends", MASK, "mask", DAY), "Clay mask ends on 1 December."),
    (Edit("goes_on", MASK, "mask"), "Clay mask has no last day any more."),
    (Edit("rule", MASK, "mask", DAY, rule=Every(3)), "Clay mask, from 1 December: Every 3 days."),
    (
        Edit("not_after", MASK, "mask", DAY, apart=(NotAfter("serum", 1), NotAfter("gone", 2))),
        "Clay mask, from 1 December: not on the day after Serum and not on the 2 days after gone.",
    ),
    (
        Edit("not_after", MASK, "mask", DAY),
        "Clay mask, from 1 December: may follow every other step.",
    ),
    (
        Edit("enforce", MASK, "mask", DAY, text="strict"),
        "Clay mask, from 1 December: a tick while it rests needs a reason.",
    ),
    (
        Edit("enforce", MASK, "mask", DAY),
        "Clay mask, from 1 December: a tick while it rests is met as is usual for its kind.",
    ),
    (
        Edit("given_up", MASK, "mask", DAY),
        "Clay mask: the change that was to begin on 1 December is given up.",
    ),
    (Edit("given_up", "All"), "All is no group any more."),
    (
        Edit("order", "", text="evening", steps=("serum", "mask")),
        "The order for the evening: Serum and Clay mask.",
    ),
    (
        Edit("group", "All", day=DAY, steps=("mask", "serum")),
        "All, at most one a day from 1 December: Clay mask and Serum.",
    ),
    (Edit("group", "All", steps=("mask",)), "All, at most one a day: Clay mask."),
    (Edit("group_ended", "All", day=DAY), "All is no group any more from 1 December."),
    (Edit("group_ended", "All"), "All is no group any more."),
]


@pytest.mark.parametrize(("edit", "line"), LINES)
def test_an_edit_is_one_line(edit: Edit, line: str) -> None:
    assert edit_line(edit, NAMES, TODAY) == line


def test_every_edit_has_its_line() -> None:
    assert {edit.code for edit, _line in LINES} == set(get_args(EditCode))


@pytest.mark.parametrize(
    ("verb", "facts", "line"),
    [
        ("add_step", {"name": MASK, "first": FIRST}, "Added Clay mask from 1 December"),
        ("edit", {"name": MASK, "first": "2027-01-01"}, "Changed Clay mask from 1 January 2027 on"),
        ("edit", {"name": MASK}, "Changed Clay mask"),
        (
            "take_back",
            {"name": MASK, "first": "2026-11-23"},
            "Clay mask no longer changes on 23 November",
        ),
        ("group", {"name": "Acids"}, "The group is called Acids now"),
        ("retire", {"name": MASK, "last": FIRST}, "Retired Clay mask after 1 December"),
        ("retire", {"name": MASK}, "Took out Clay mask"),
        (
            "bring_back",
            {"name": MASK, "first": FIRST},
            "Brought Clay mask back from 1 December",
        ),
        ("reorder", {"slot": "morning"}, "Changed the order of the steps"),
        (
            "group",
            GROUP,
            "Changed the group All from 1 December on",
        ),
        (
            "ungroup",
            GROUP,
            "Ended the group All from 1 December on",
        ),
        ("follow", {"first": FIRST}, "Changed the routine from 1 December on"),
    ],
)
def test_every_verb_has_its_line(verb: str, facts: dict[str, str], line: str) -> None:
    change = Change(verb, facts, frozenset(("step",)))

    assert change_line(change, TODAY) == line
    assert change_line(change._replace(direction="undone"), TODAY) == f"Undone: {line}"
