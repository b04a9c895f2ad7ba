"""What was done to the steps of the routine, their order and their groups?"""

from datetime import date

from tracker.actions.change import Change
from tracker.domain.day import FIRST_DAY, Day
from tracker.words.dates import day_month
from tracker.words.language import _


def edit_deed(change: Change, today: Day | None) -> str | None:
    """What the change did, where it is one of these; days of another year than today's say it."""
    facts = change.facts
    has_day = "first" in facts or "last" in facts
    sentence = _sentences(has_day=has_day).get(change.verb)
    if sentence is None:
        return None
    days = {
        name: day_month(date.fromisoformat(facts[name]), today or FIRST_DAY)
        for name in ("first", "last")
        if name in facts
    }
    return sentence.format(name=facts.get("name", ""), **days)


def _sentences(*, has_day: bool) -> dict[str, str]:
    """By the verb; without a day an edit holds at once, and a step that goes never began."""
    return {
        "add_step": _("Added {name} from {first}"),
        "edit": _("Changed {name} from {first} on") if has_day else _("Changed {name}"),
        "take_back": _("{name} no longer changes on {first}"),
        "retire": _("Retired {name} after {last}") if has_day else _("Took out {name}"),
        "bring_back": _("Brought {name} back from {first}"),
        "reorder": _("Changed the order of the steps"),
        "group": _("Changed the group {name} from {first} on")
        if has_day
        else _("The group is called {name} now"),
        "ungroup": _("Ended the group {name} from {first} on"),
        "follow": _("Changed the routine from {first} on"),
    }
