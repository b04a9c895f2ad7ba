"""Can every routine be built by edits alone, and is it then the document that was meant?"""

import json
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tracker.actions.edit import draft_of, edit
from tracker.actions.group import group
from tracker.domain.diary import Diary
from tracker.domain.routine import Step
from tracker.exchange.transfer import read_document, write_document
from tracker.store.store import SqlStore

GOLDEN = Path(__file__).parents[1] / "golden" / "rules"
NAMES = [
    "oily-skin-from-october",
    "sensitive-skin",
    "skin-cycling",
    "peel-and-holiday",
    "ranges-that-touch",
    "random-03",
    "random-04",
    "random-11",
]


def build(store: SqlStore, clock: StillClock, diary: Diary) -> None:
    """Add each step, then say what it must not follow, its later versions, and the groups."""
    for step in diary.steps:
        first = step.schedule[0]
        new = draft_of(step, first.begins)._replace(id=None, not_after=())
        edit(store, clock, new, first.begins, rewrites=True)
    for step in diary.steps:
        for version in step.schedule:
            edit(store, clock, draft_of(step, version.begins), version.begins, rewrites=True)
    for one in diary.groups:
        begins = one.begins or min(step.start for step in diary.steps)
        group(store, clock, one.name, one.priority, begins, rewrites=True)


def written(steps: tuple[Step, ...], diary: Diary) -> object:
    """The steps and groups as they stand in a document."""
    document = json.loads(write_document(Diary(steps=steps, groups=diary.groups)))
    return document["steps"], document["groups"]


@pytest.mark.parametrize("name", NAMES)
def test_a_routine_is_built_by_edits(store: SqlStore, clock: StillClock, name: str) -> None:
    wanted, _notes = read_document((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))

    build(store, clock, wanted)

    with store.reading() as look:
        found = look.diary()
    assert written(found.steps, found) == written(wanted.steps, wanted)
