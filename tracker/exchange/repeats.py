"""What stands in a document more than once, and which of it is kept?"""

from collections.abc import Callable, Hashable
from typing import TypeVar

from tracker.domain.day import Day
from tracker.domain.diary import Diary
from tracker.domain.errors import Fact
from tracker.domain.log import Entry
from tracker.domain.routine import StepId
from tracker.exchange.note import Note

Kept = TypeVar("Kept")


def without_repeats(diary: Diary, notes: list[Note]) -> Diary:
    """The diary with one of each; what was dropped is noted."""
    return diary._replace(
        log=_one_a_day(diary.log, notes),
        pauses=_once("pauses", diary.pauses, lambda pause: pause, notes),
        treatments=_once("treatments", diary.treatments, lambda treatment: treatment, notes),
        ratings=_once("ratings", diary.ratings, lambda rating: rating.day, notes),
        questions=_once("tests", diary.questions, lambda asked: asked[:2] + asked[3:4], notes),
        photos=_once("photos", diary.photos, lambda photo: photo, notes),
    )


def _once(
    name: str, items: tuple[Kept, ...], identity: Callable[[Kept], Hashable], notes: list[Note]
) -> tuple[Kept, ...]:
    """The first of each that is the same."""
    kept: dict[Hashable, Kept] = {}
    for place, item in enumerate(items):
        if identity(item) in kept:
            notes.append(Note(f"{name}[{place}]", "same_twice_left_out"))
        kept.setdefault(identity(item), item)
    return tuple(kept.values())


def _one_a_day(log: tuple[Entry, ...], notes: list[Note]) -> tuple[Entry, ...]:
    """One entry for a step and day: a tick before a skip, else the first."""
    places: dict[tuple[StepId, Day], int] = {}
    dropped: set[int] = set()
    for place, entry in enumerate(log):
        known = places.setdefault((entry.step, entry.day), place)
        if known == place:
            continue
        loser = known if (log[known].do, entry.do) == ("skip", "tick") else place
        places[entry.step, entry.day] = place if loser == known else known
        dropped.add(loser)
        notes.append(_dropped(loser, log[loser]))
    return tuple(entry for place, entry in enumerate(log) if place not in dropped)


def _dropped(place: int, entry: Entry) -> Note:
    facts: dict[str, Fact] = {"step": entry.step, "day": entry.day, "do": entry.do}
    return Note(f"log[{place}]", f"second_{entry.do}", facts)
