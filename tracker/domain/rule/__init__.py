"""Which kinds of schedule are there?

A new kind is a file beside this one, its import here, its words and its sentence in the editor;
nothing else asks which kind a rule is.
"""

from tracker.domain.rule import as_needed, cycle, daily, every, pattern, per_week, weekdays
from tracker.domain.rule.base import KINDS, read_rule

__all__ = [
    "KINDS",
    "as_needed",
    "cycle",
    "daily",
    "every",
    "pattern",
    "per_week",
    "read_rule",
    "weekdays",
]
