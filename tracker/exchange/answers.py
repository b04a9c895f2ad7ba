"""What does each command answer as JSON?

Other programs build on these keys. The text is pure ASCII, so it arrives whole on any terminal.
"""

import json
from collections.abc import Iterable, Mapping

from tracker.actions.change import Change, RecordKind
from tracker.actions.merge import MergeReport
from tracker.actions.stats import Stats, StepStats
from tracker.domain.day import Day
from tracker.domain.errors import Refused
from tracker.domain.log import Rating
from tracker.domain.routine import Routine
from tracker.domain.row import Row
from tracker.exchange.note import Note
from tracker.exchange.writing import (
    Item,
    write_group,
    write_pause,
    write_rating,
    write_step,
    write_treatment,
)
from tracker.words.changes import change_line
from tracker.words.doctor import Finding
from tracker.words.left_out import left_out_line


def as_json(answer: object) -> str:
    """An answer as one line of JSON."""
    return json.dumps(answer, allow_nan=False)


def plan_answer(today: Day, rows: Iterable[Row]) -> Item:
    """The rows of a plan as at `today`."""
    return {"today": today.isoformat(), "rows": [_row(row) for row in rows]}


def _row(row: Row) -> list[str | None]:
    return [row.day.isoformat(), row.step, row.status, row.reason, _iso(row.until)]


def refusal_answer(refused: Refused) -> Item:
    """Why a tick or a skip was refused, and until when."""
    until = refused.facts.get("until")
    return {"refused": {"reason": refused.code, "until": _iso(until)}}


def rating_answer(rating: Rating) -> Item:
    """The rating as it stands now."""
    return write_rating(rating)


def change_answer(change: Change | None) -> Item | None:
    """What was undone or done again; null where there was nothing."""
    if change is None:
        return None
    return {
        "verb": change.verb,
        "facts": dict(change.facts),
        "first": _iso(change.first),
        "last": _iso(change.last),
        "direction": change.direction,
        "sentence": change_line(change),
    }


def stats_answer(stats: Stats) -> Item:
    """The figures of a range."""
    streak = stats.day_streak
    return {
        "day": stats.day.isoformat(),
        "overall": stats.overall,
        "day_streak": {
            "current": streak.current,
            "best": streak.best,
            "best_from": _iso(streak.best_from),
            "best_to": _iso(streak.best_to),
        },
        "on_plan": stats.on_plan,
        "steps": [_step_stats(step) for step in stats.steps],
    }


def _step_stats(step: StepStats) -> Item:
    recent = step.adherence_30
    return {
        "step": step.step,
        "turns": step.turns,
        "done": step.done,
        "missed": step.missed,
        "excused": step.excused,
        "adherence_30": {"done": recent.done, "turns": recent.turns},
        "trend": step.trend,
        "streak": {"current": step.streak.current, "best": step.streak.best},
    }


def export_answer(file: str, counts: Mapping[RecordKind, int]) -> Item:
    """Where everything was written to, and how much it was."""
    return {"file": file, "counts": dict(counts)}


def import_answer(report: MergeReport, left_out: Iterable[Note], *, dry_run: bool) -> Item:
    """What was taken in, what was there already, and what was left out and why."""
    return {
        "dry_run": dry_run,
        "added": dict(report.added),
        "same": dict(report.same),
        "left_out": [
            {"where": note.where, "code": note.code, "sentence": left_out_line(*note)}
            for note in left_out
        ],
    }


def routine_answer(routine: Routine, day: Day) -> Item:
    """The routine in force on `day`, its parts as they stand in a transfer document."""
    return {
        "day": day.isoformat(),
        "steps": [write_step(step) for step in routine.ordered() if step.exists_on(day)],
        "groups": [write_group(group) for group in routine.groups_on(day)],
        "pauses": [
            write_pause(pause)
            for pause in routine.pauses
            if pause.ends is None or pause.ends >= day
        ],
        "treatments": [write_treatment(treatment) for treatment in routine.treatments],
    }


def doctor_answer(findings: Iterable[Finding]) -> Item:
    """What a thorough look at the data found."""
    checks: list[Item] = [
        {"check": found.name, "ok": found.ok, "detail": found.detail} for found in findings
    ]
    return {"ok": all(check["ok"] for check in checks), "checks": checks}


def _iso(day: object) -> str | None:
    return day.isoformat() if isinstance(day, Day) else None
