"""How does a step's schedule become another one from a day on?"""

from typing import Final, TypeAlias

from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import Enforcement, NotAfter, Step, Version
from tracker.domain.rule.base import Rule

Terms: TypeAlias = tuple[Rule, tuple[NotAfter, ...], Enforcement | None]
"""What holds from a day on: the rule, what the step must not follow, how it is enforced."""

Spoken: TypeAlias = tuple[bool, bool, bool]
"""Which of the terms are wanted expressly, whatever holds already."""

UNSPOKEN: Final[Spoken] = (False, False, False)


def terms_on(step: Step, day: Day) -> Terms:
    """What holds on `day`; before the first version, what it will begin with."""
    version = step.version_on(day) or step.schedule[0]
    apart = step.not_after if version.not_after is None else version.not_after
    return version.rule, apart or (), version.enforce or step.enforce


def plans_alike(terms: Terms, others: Terms) -> bool:
    """Whether both plan the same turns: they differ at most in how a tick is met."""
    (rule, apart, _), (other_rule, other_apart, _) = terms, others
    return (rule, apart) == (other_rule, other_apart)


def spoken(terms: Terms, opened: Terms) -> Spoken:
    """What was said of the terms since they were `opened`."""
    rule, apart, enforce = (new != was for new, was in zip(terms, opened, strict=True))
    return rule, apart, enforce


def rescheduled(step: Step, terms: Terms, begins: Day, said: Spoken = UNSPOKEN) -> Step:
    """The step with these terms from `begins` on.

    Another rule takes the place of versions that begin then or later. Where the rule holds then
    already, and nobody `said` it, later versions keep theirs: such an edit is not about it.
    """
    _, apart, enforce = terms
    known = terms_on(step, begins)
    is_about = [is_said or new != was for is_said, new, was in zip(said, terms, known, strict=True)]
    if is_about[0]:
        return _replaced(step, terms, begins)
    if is_about[1]:
        step = _set_apart(step, apart, begins)
    return enforced(step, enforce, begins) if is_about[2] else step


def without_version(step: Step, begins: Day) -> Step:
    """The step without the version of that day: the one before goes on.

    It goes on too where the next one would only bring back what it says. Raises `BadInput` where
    none begins then, or none is before it.
    """
    days = [one.begins for one in step.schedule]
    if begins not in days[1:]:
        raise BadInput("no_such_version", name=step.name, day=begins)
    place = days.index(begins)
    before, after = days[place - 1], days[place + 1 : place + 2]
    gone = [begins, *(day for day in after if terms_on(step, day) == terms_on(step, before))]
    return step._replace(schedule=tuple(one for one in step.schedule if one.begins not in gone))


def enforced(step: Step, enforce: Enforcement | None, begins: Day) -> Step:
    """The step enforced so since the version that is in force on `begins`.

    How a tick is met moves no turn, so no version begins with it: that would count anew.
    """
    version = step.version_on(begins) or step.schedule[0]
    if version == step.schedule[0]:
        schedule = tuple(one._replace(enforce=None) for one in step.schedule)
        return step._replace(enforce=enforce, schedule=schedule)
    told = _enforced_by_version(step)
    schedule = tuple(
        one if one.begins < version.begins else one._replace(enforce=enforce)
        for one in told.schedule
    )
    return told._replace(schedule=schedule)


def _replaced(step: Step, terms: Terms, begins: Day) -> Step:
    """The step with another rule; where these terms held the day before, that version goes on."""
    kept = tuple(version for version in step.schedule if version.begins < begins)
    if kept and terms == terms_on(step, kept[-1].begins):
        return step._replace(schedule=kept)
    return extended(step._replace(schedule=kept), terms, begins)


def _set_apart(step: Step, apart: tuple[NotAfter, ...], begins: Day) -> Step:
    """The step that must not follow these, from `begins` on, with the rules as they are."""
    kept = tuple(one for one in step.schedule if one.begins < begins)
    if not kept:
        schedule = tuple(one._replace(not_after=None) for one in step.schedule)
        return step._replace(not_after=apart or None, schedule=schedule)
    version = step.version_on(begins) or kept[-1]
    own = None if apart == (step.not_after or ()) else apart
    later = [one._replace(not_after=own) for one in step.schedule if one.begins > begins]
    terms = version.rule, apart, version.enforce or step.enforce
    if terms != terms_on(step, kept[-1].begins):
        later.insert(0, version._replace(begins=begins, not_after=own))
    return step._replace(schedule=(*kept, *later))


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
