"""What does the place say in which a step is changed?"""

from tracker.domain.day import Day
from tracker.domain.routine import Enforcement, Kind, Slot, usual_enforcement
from tracker.words.dates import weekday_day
from tracker.words.language import _, ngettext
from tracker.words.routine_list import kind_name
from tracker.words.today import slot_name
from tracker.words.window import Asking


def new_title() -> str:
    """Over a step that is not there yet."""
    return _("New step")


def step_subtitle(slot: Slot, kind: Kind, *, is_grouped: bool) -> str:
    """Under the step's name: "Evening · Mask, one of several"."""
    pattern = _("{slot} · {kind}, one of several") if is_grouped else _("{slot} · {kind}")
    return pattern.format(slot=slot_name(slot), kind=kind_name(kind))


def save_label(day: Day | None, today: Day, *, is_new: bool) -> str:
    """The button that does it, and the day from which it holds; None for at once."""
    if day is None:
        return _("Save")
    if day == today:
        return _("Add from today") if is_new else _("Save from today")
    pattern = _("Add from {day}") if is_new else _("Save from {day}")
    return pattern.format(day=weekday_day(day, today))


def leaving_line() -> str:
    """Asked of one who leaves what they have changed."""
    return _("What you changed here is not saved yet.")


def leaving_asking() -> Asking:
    """Go on with it, or not?"""
    return Asking("", _("Keep editing"), _("Discard the change"))


def from_label() -> str:
    """Over the choice of the first day."""
    return _("From when")


def from_options(*, is_ahead: bool) -> list[tuple[str, str]]:
    """Today (or the first day of a step to come), another day, or a day gone by."""
    first = _("Its first day") if is_ahead else _("Today")
    return [("first", first), ("other", _("Another day")), ("past", _("A past day…"))]


def rewritten(day: Day, today: Day) -> str:
    """What a first day that is gone by rewrites."""
    return _(
        "This rewrites how each day from {day} on is judged: what was missed, made up or off"
        " plan may become another. What you logged stays."
    ).format(day=weekday_day(day, today))


def stays_before(day: Day, today: Day) -> str:
    """What any other first day leaves."""
    return _("Days before {day} stay as they are.").format(day=weekday_day(day, today))


def gives_way(day: Day, today: Day) -> str:
    """An earlier wish for a later day, which this one takes the place of."""
    return _("What was to change on {day} no longer does.").format(day=weekday_day(day, today))


def day_label() -> str:
    """The first day, typed."""
    return _("First day of the change")


def gone_by() -> str:
    """A day was typed that needs the explicit choice."""
    return _("This day is gone by. To rewrite the past, choose A past day.")


def not_past() -> str:
    """The other way round."""
    return _("This day is not gone by. Choose a day before today, or Another day.")


def not_after_pattern(days: int) -> str:
    """A rest after another step."""
    return ngettext(
        "Never within {days} day after {step}", "Never within {days} days after {step}", days
    )


def not_after_days(name: str) -> str:
    """For a screen reader: its number."""
    return _("Days of rest after {name}").format(name=name)


def not_after_step() -> str:
    """For a screen reader: its step."""
    return _("After which step")


def remove_label() -> str:
    """Takes such a rest away."""
    return _("Remove")


def spoken_remove(name: str) -> str:
    """For a screen reader: which of them."""
    return _("Remove the rest after {name}").format(name=name)


def add_rest_label(*, is_first: bool) -> str:
    """Adds one."""
    return _("Rest after another step…") if is_first else _("Add another")


def no_days(most: int) -> str:
    """What was typed is no number of days."""
    return _("Type the days of rest as a whole number from 1 to {most}.").format(most=most)


def details_title() -> str:
    """Over what is said of the step beside its schedule."""
    return _("The step")


def details_link() -> str:
    """Opens it."""
    return _("Name, kind, reminder and more")


def name_label() -> str:
    """What the person calls it."""
    return _("Name")


def no_name() -> str:
    """There is none."""
    return _("Give the step a name.")


def kind_label() -> str:
    """What it is."""
    return _("Kind")


def slot_label() -> str:
    """When in the day."""
    return _("Time of day")


def product_label() -> str:
    """Which product from the shelf."""
    return _("Product")


def no_product() -> str:
    """None of them."""
    return _("No product")


def note_label() -> str:
    """The line under the name."""
    return _("Note under the name, if you like")


def start_label() -> str:
    """The first day of the step itself."""
    return _("First day of the step")


def end_label() -> str:
    """The last one."""
    return _("Last day of the step")


def no_end() -> str:
    """There is none."""
    return _("Without an end")


def on_a_day() -> str:
    """There is one."""
    return _("On a day")


def remind_label() -> str:
    """A time of its own."""
    return _("Reminder")


def no_reminder() -> str:
    """There is none."""
    return _("None")


def at_a_time() -> str:
    """There is one."""
    return _("At")


def enforce_label() -> str:
    """What happens when it is ticked while it rests."""
    return _("When I tick it on a day it rests")


def enforce_options(kind: Kind) -> list[tuple[str, str]]:
    """The ways, the one first that is usual for its kind."""
    ways = {
        "strict": _("Refuse unless I say why"),
        "advise": _("Ask once"),
        "off": _("Tick it without a word"),
    }
    usual = _("As usual for its kind: {way}").format(way=ways[usual_enforcement(kind)])
    return [("", usual), *ways.items()]


def enforcement_of(code: str) -> Enforcement | None:
    """The way that a code stands for; None for the usual."""
    ways: dict[str, Enforcement] = {"strict": "strict", "advise": "advise", "off": "off"}
    return ways.get(code)


def versions_label() -> str:
    """Opens how the schedule was before."""
    return _("How it was, and will be")


def version_line(day: str, said: str) -> str:
    """One version: since when, and what it said."""
    return _("From {day}: {schedule}").format(day=day, schedule=said)


def take_back_label() -> str:
    """Lets a version that is still to come never begin."""
    return _("Take back")


def spoken_version(day: str) -> str:
    """For a screen reader: which version is to be changed."""
    return _("Change what begins on {day}").format(day=day)


def spoken_take_back(day: str) -> str:
    """For a screen reader: which version is taken back."""
    return _("Take back what begins on {day}").format(day=day)


def retire_label() -> str:
    """What leads to its last day."""
    return _("Retire this step…")


def retire_title(name: str) -> str:
    """Over that form."""
    return _("Retire {name}").format(name=name)


def retire_agree() -> str:
    """The button that does it."""
    return _("Retire")


def last_day_label() -> str:
    """Its last day."""
    return _("Last day")


def retire_said(name: str, last: Day, today: Day) -> str:
    """What follows."""
    return _("{name} is asked for up to {day}. What you logged stays.").format(
        name=name, day=weekday_day(last, today)
    )
