"""How does a step's schedule become another one from a day on?"""

from typing import TypeAlias

from tracker.domain.day import Day
from tracker.domain.routine import Enforcement, NotAfter, Step, Version
from tracker.domain.rule.base import Rule

Terms: TypeAlias = tuple[Rule, tuple[NotAfter, ...], Enforcement | None]
"""What holds from a day on: the rule, what the step must not follow, how it is enforced."""


def terms_on(step: Step, day: Day) -> Terms:
    """What holds on `day`; before the first version, what it will begin with."""
    version = step.version_on(day) or step.schedule[0]
    apart = step.not_after if version.not_after is None else version.not_after
    return version.rule, apart or (), version.enforce or step.enforce


def rescheduled(step: Step, terms: Terms, begins: Day) -> Step:
    """The step with these terms from `begins` on, in place of versions that begin then or later.

    Where they hold then already nothing changes, and later versions stay: an edit that leaves them
    alone is not about them. Where they held the day before, that version goes on.
    """
    if terms == terms_on(step, begins):
        return step
    kept = tuple(version for version in step.schedule if version.begins < begins)
    if kept and terms == terms_on(step, kept[-1].begins):
        return step._replace(schedule=kept)
    return extended(step._replace(schedule=kept), terms, begins)


def extended(step: Step, terms: Terms, begins: Day) -> Step:
    """The step with one more version, which begins after the others."""
    rule, apart, enforce = terms
    if not step.schedule:
        whole = (Version(begins, rule),)
        return step._replace(schedule=whole, not_after=apart or None, enforce=enforce)
    if enforce is None and step.enforce is not None:
        step = _enforced_by_version(step)
    own_apart = None if apart == (step.not_after or ()) else apart
    own_enforce = None if enforce == step.enforce else enforce
    version = Version(begins, rule, own_apart, own_enforce)
    return step._replace(schedule=(*step.schedule, version))


def _enforced_by_version(step: Step) -> Step:
    """The same, but said by each version: a later one cannot take back what the step says."""
    told = (one._replace(enforce=one.enforce or step.enforce) for one in step.schedule)
    return step._replace(enforce=None, schedule=tuple(told))
