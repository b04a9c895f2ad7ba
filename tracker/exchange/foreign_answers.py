"""What does import answer as JSON for a file of another program?"""

from collections.abc import Sequence

from tracker.actions.brought import Brought, BroughtHabit
from tracker.domain.foreign import LeftRow
from tracker.exchange.answers import Item, iso
from tracker.words.foreign_place import row_place
from tracker.words.left_out import left_out_lines


def brought_answer(brought: Brought, *, dry_run: bool) -> Item:
    """What became of each habit, and every row that was left out, with the reason."""
    return {
        "dry_run": dry_run,
        "habits": list(map(_habit, brought.habits)),
        "added": dict(brought.added),
        "same": dict(brought.same),
        "blank": brought.blank,
        "left_out": _left(brought.left_out),
    }


def _habit(found: BroughtHabit) -> Item:
    return {
        "habit": found.habit.key,
        "becomes": found.fate,
        "step": None if found.step is None else found.step.id,
        "added": found.added,
        "same": found.same,
        "left_out": found.left,
        "rule": None if found.habit.rule is None else found.habit.rule.document(),
        "rule_is_exact": found.habit.is_exact,
        "began_before": iso(found.moved_from),
        "judged_anew": found.judged_anew,
    }


def _left(rows: Sequence[LeftRow]) -> list[Item]:
    places = [row_place(one.row, one.part) for one in rows]
    told = ((where, one.code, one.facts) for where, one in zip(places, rows, strict=True))
    return [
        {"where": where, "row": one.row, "part": one.part, "code": one.code, "sentence": sentence}
        for where, one, sentence in zip(places, rows, left_out_lines(told), strict=True)
    ]
