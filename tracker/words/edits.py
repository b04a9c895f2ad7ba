"""What would an edit make of the routine, in one line?"""

from collections.abc import Mapping

from tracker.actions.views.edits import Edit, EditCode
from tracker.domain.day import Day
from tracker.domain.routine import NotAfter, StepId
from tracker.words.dates import day_month
from tracker.words.language import _, listed, ngettext
from tracker.words.schedules import schedule_sentence


def edit_line(edit: Edit, names: Mapping[StepId, str], seen_from: Day | None = None) -> str:
    """An edit as one line: "Clay mask, from 1 December: Every 3 days"."""
    sentence = _at_once()[edit.code] if edit.day is None else _from_a_day()[edit.code]
    return sentence.format(
        name=edit.name,
        new=edit.text,
        slot=_slot(edit.text),
        day="" if edit.day is None else day_month(edit.day, seen_from),
        schedule="" if edit.rule is None else schedule_sentence(edit.rule),
        apart=_apart(edit, names),
        enforce=_enforce(edit.text),
        steps=listed([names.get(step, step) for step in edit.steps]),
    )


def nothing_differs() -> str:
    """That no edit is needed."""
    return _("The routine is so already.")


def _at_once() -> dict[EditCode, str]:
    """What holds at once, or for always."""
    return {
        "taken_out": _("{name} is taken out."),
        "renamed": _("{name} is called {new}."),
        "kind": _("{name} becomes another kind of step."),
        "slot": _("{name} moves to {slot}."),
        "details": _("{name} has other details: its product, note or reminder."),
        "goes_on": _("{name} has no last day any more."),
        "order": _("The order for {slot}: {steps}."),
        "given_up": _("{name} is no group any more."),
        "group": _("{name}, at most one a day: {steps}."),
        "group_ended": _("{name} is no group any more."),
    }


def _from_a_day() -> dict[EditCode, str]:
    """What holds from a day on."""
    return {
        "added": _("{name} is added and starts on {day}."),
        "starts": _("{name} starts on {day}."),
        "ends": _("{name} ends on {day}."),
        "rule": _("{name}, from {day}: {schedule}."),
        "not_after": _("{name}, from {day}: {apart}."),
        "enforce": _("{name}, from {day}: {enforce}."),
        "given_up": _("{name}: the change that was to begin on {day} is given up."),
        "group": _("{name}, at most one a day from {day}: {steps}."),
        "group_ended": _("{name} is no group any more from {day}."),
    }


def _slot(slot: str) -> str:
    return _("the morning") if slot == "morning" else _("the evening")


def _apart(edit: Edit, names: Mapping[StepId, str]) -> str:
    if not edit.apart:
        return _("may follow every other step")
    return listed([_rest(rule, names) for rule in edit.apart])


def _rest(rule: NotAfter, names: Mapping[StepId, str]) -> str:
    name = names.get(rule.step, rule.step)
    return ngettext(
        "not on the day after {name}", "not on the {count} days after {name}", rule.days
    ).format(count=rule.days, name=name)


def _enforce(code: str) -> str:
    words = {
        "strict": _("a tick while it rests needs a reason"),
        "advise": _("a tick while it rests is asked about once"),
        "off": _("a tick while it rests is taken without a word"),
    }
    return words.get(code, _("a tick while it rests is met as is usual for its kind"))
