"""When is a step due, in words?

A kind's words are the file here that is named after it.
"""

from importlib import import_module

from tracker.domain.rule import KINDS
from tracker.words.schedules.base import (
    CHOICES,
    gap_clause,
    phase_name,
    phases_clause,
    planned_clause,
    quota_clause,
    schedule_sentence,
    weekday_list,
)

for _kind in KINDS:
    import_module(f"{__name__}.{_kind}")

__all__ = [
    "CHOICES",
    "gap_clause",
    "phase_name",
    "phases_clause",
    "planned_clause",
    "quota_clause",
    "schedule_sentence",
    "weekday_list",
]
