"""What was done to the routine by a pause, a shifted phase or a treatment, and what would it do?"""

from collections.abc import Iterable, Mapping
from datetime import date

from tracker.actions.change import Change
from tracker.actions.views.difference import Difference
from tracker.domain.day import FIRST_DAY, Day
from tracker.domain.routine import Routine, StepId
from tracker.domain.row import Row
from tracker.words.dates import day_month, short_day
from tracker.words.language import _, ngettext
from tracker.words.reasons import reason_words, status_word
from tracker.words.report import slot_title
from tracker.words.routine_changes import looked_up_to
from tracker.words.table import table


def life_deed(change: Change, today: Day | None) -> str | None:
    """What the change did, where it is one of these; days of another year than today's say it."""
    facts = change.facts
    sentence = _sentence(change.verb, facts)
    days = {
        name: day_month(date.fromisoformat(facts[name]), today or FIRST_DAY)
        for name in ("first", "last", "turn")
        if name in facts
    }
    if sentence is None:
        return None
    return sentence.format(
        steps=_steps(facts), name=facts.get("name", ""), count=facts.get("count", ""), **days
    )


def _sentence(verb: str, facts: Mapping[str, str]) -> str | None:
    if verb == "pause":
        return _pause(facts)
    if verb == "treat" and "count" in facts:
        return _("Entered {name} {count} times, from {first} on")
    if verb == "shift":
        is_off = facts.get("phase") == "off"
        return _("Turned {name} off from {turn}") if is_off else _("Turned {name} on from {turn}")
    sentences = {
        "resume": _("Went on with {steps} from {first}"),
        "unpause": _("Took out the pause of {steps} from {first}"),
        "treat": _("Entered {name} on {first}"),
        "untreat": _("Took out {name} on {first}"),
    }
    return sentences.get(verb)


def _pause(facts: Mapping[str, str]) -> str:
    if "last" not in facts:
        return _("Paused {steps} from {first}, until ended")
    if facts["first"] == facts["last"]:
        return _("Paused {steps} on {first}")
    return _("Paused {steps} from {first} to {last}")


def _steps(facts: Mapping[str, str]) -> str:
    """All steps, the one, or how many."""
    count = facts.get("count", "")
    if count.isdecimal():
        return ngettext("{count} step", "{count} steps", int(count)).format(count=count)
    return facts.get("name") or _("all steps")


def differences_text(
    found: Iterable[Difference], routine: Routine, today: Day, cut_after: Day | None = None
) -> str:
    """What would change, a line for each step and day; up to which where there may be more."""
    names = routine.names()
    slots = {step.id: slot_title(step.slot) for step in routine.steps}
    rows = [
        (
            short_day(one.day, today),
            slots.get(one.step, ""),
            names.get(one.step, one.step),
            _("{before} → {after}").format(
                before=_standing(one.before, names), after=_standing(one.after, names)
            ),
        )
        for one in found
    ]
    cut = [] if cut_after is None else [looked_up_to(cut_after, today)]
    if rows:
        return "\n".join([_("This would change:"), table(rows), *cut])
    if cut:
        return "\n".join([_("Nothing would change on the days that were looked at."), *cut])
    return _("Nothing would change in the next 60 days.")


def _standing(row: Row | None, names: Mapping[StepId, str]) -> str:
    if row is None:
        return _("not part of it")
    word = status_word(row.status)
    if row.reason is None or row.status == "paused":
        return word
    return _("{status} ({reason})").format(status=word, reason=reason_words(row.reason, names))
