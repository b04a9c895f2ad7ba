"""What does the routine's page say of its steps?"""

from collections.abc import Iterable, Mapping

from tracker.domain.day import Day
from tracker.domain.routine import Group, Kind, Slot, Step, StepId
from tracker.words.dates import day_month
from tracker.words.language import _, listed
from tracker.words.schedules import schedule_sentence


def opening() -> str:
    """Under the page's title."""
    return _("Press a step to change it. Alt and an arrow, or the mouse, moves it in its slot.")


def no_steps_line() -> str:
    """Where the routine has no step."""
    return _("There is no step yet. Add the first one.")


def add_label() -> str:
    """What leads to the list of steps to add."""
    return _("Add a step…")


def print_label() -> str:
    """What leads to the printed card."""
    return _("Print…")


def kind_name(kind: Kind) -> str:
    """What a step is."""
    names = kind_names()
    return names.get(kind, kind)


def kind_names() -> dict[Kind, str]:
    """Every kind of step, and what it is called."""
    return {
        "cleanser": _("Cleanser"),
        "toner": _("Toner"),
        "exfoliant": _("Exfoliant"),
        "serum": _("Serum"),
        "retinoid": _("Retinoid"),
        "mask": _("Mask"),
        "refining lotion": _("Refining lotion"),
        "moisturiser": _("Moisturiser"),
        "sunscreen": _("Sunscreen"),
        "spot treatment": _("Spot treatment"),
        "other": _("Something else"),
    }


def step_line(step: Step, today: Day) -> str:
    """When a step is due, and from when or until when where that is not simply so."""
    version = step.version_on(max(today, step.start)) or step.schedule[0]
    parts = [schedule_sentence(version.rule)]
    if step.start > today:
        parts.append(_("begins on {day}").format(day=day_month(step.start, today)))
    if step.end is not None:
        parts.append(_("last on {day}").format(day=day_month(step.end, today)))
    following = next((one for one in step.schedule if one.begins > max(today, step.start)), None)
    if following is not None:
        parts.append(_("changes on {day}").format(day=day_month(following.begins, today)))
    return " · ".join(parts)


def version_lines(step: Step, today: Day) -> list[tuple[str, str]]:
    """Every version that the step ever had, the latest first: its first day, and what it said."""
    days = [max(one.begins, step.start) for one in step.schedule]
    pairs = zip(days, step.schedule, strict=True)
    return [
        (day_month(day, today), schedule_sentence(one.rule)) for day, one in reversed(list(pairs))
    ]


def told_apart(steps: Iterable[Step]) -> dict[StepId, str]:
    """The steps' names; with the slot where two have the same: "Cleanse (evening)"."""
    known = list(steps)
    names = [step.name for step in known]
    return {
        step.id: step.name if names.count(step.name) == 1 else _with_slot(step) for step in known
    }


def _with_slot(step: Step) -> str:
    pattern = _("{name} (evening)") if step.slot == "evening" else _("{name} (morning)")
    return pattern.format(name=step.name)


def group_line(group: Group, names: Mapping[StepId, str], slot: Slot | None) -> str:
    """In which order one of them has its turn, where all are of one slot or of both (None).

    "One an evening: Clay mask first, then Refining lotion and Overnight serum".
    """
    members = [names[step] for step in group.priority if step in names]
    if len(members) < 2:
        return "".join(members)
    sentences = {
        "evening": _("One an evening: {first} first, then {others}"),
        "morning": _("One a morning: {first} first, then {others}"),
    }
    sentence = sentences.get(slot or "", _("One a day: {first} first, then {others}"))
    return sentence.format(first=members[0], others=listed(members[1:]))


def change_label() -> str:
    """What leads to the form that changes it."""
    return _("Change…")


def spoken_change(title: str, line: str) -> str:
    """For a screen reader: which group; `title` and `line` are what stands beside it."""
    return _("Change {title}. {line}").format(title=title, line=line)


def add_group_label() -> str:
    """What leads to a new group."""
    return _("At most one of several…")


def groups_title() -> str:
    """Over the groups."""
    return _("One at a time")


def groups_about() -> str:
    """What a group does."""
    return _("Of steps that do not go together, one has its turn and the others give way.")


def retired_label(count: int) -> str:
    """Opens the steps that are over."""
    return _("Steps that are over ({count})").format(count=count)


def retired_title() -> str:
    """Over them."""
    return _("Over")


def retired_line(step: Step, today: Day) -> str:
    """When it was there."""
    last = step.end or today
    return _("{first} to {last}").format(
        first=day_month(step.start, today), last=day_month(last, today)
    )


def bring_back_label() -> str:
    """Takes a step up again."""
    return _("Bring back")


def spoken_bring_back(name: str) -> str:
    """For a screen reader."""
    return _("Bring back {name}").format(name=name)
