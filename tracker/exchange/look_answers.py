"""What do the commands answer as JSON that only look: stats, routine show, doctor?"""

from collections.abc import Iterable

from tracker.actions.stats import Stats, StepStats
from tracker.domain.day import Day
from tracker.domain.routine import Routine
from tracker.exchange.answers import Item, iso
from tracker.exchange.writing import write_group, write_pause, write_step, write_treatment
from tracker.words.doctor import Finding


def stats_answer(stats: Stats) -> Item:
    """The figures of a range."""
    streak = stats.day_streak
    return {
        "day": stats.day.isoformat(),
        "overall": stats.overall,
        "day_streak": {
            "current": streak.current,
            "best": streak.best,
            "best_from": iso(streak.best_from),
            "best_to": iso(streak.best_to),
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


def routine_answer(routine: Routine, day: Day) -> Item:
    """The routine in force on `day`, its parts as they stand in a transfer document."""
    return {
        "day": day.isoformat(),
        "steps": [write_step(step) for step in routine.ordered() if step.exists_on(day)],
        "groups": [write_group(group) for group in routine.groups_on(day)],
        "pauses": [write_pause(one) for one in routine.pauses if one.rests_from(day)],
        "treatments": [write_treatment(one) for one in routine.treatments if one.rests_from(day)],
    }


def doctor_answer(findings: Iterable[Finding]) -> Item:
    """What a thorough look at the data found."""
    checks: list[Item] = [
        {"check": found.name, "ok": found.ok, "state": found.state, "detail": found.detail}
        for found in findings
    ]
    return {"ok": all(check["ok"] for check in checks), "checks": checks}
