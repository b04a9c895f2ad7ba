"""What does the form say that enters a clinic treatment?"""

from collections.abc import Sequence

from tracker.domain.day import Day
from tracker.domain.routine import Treatment
from tracker.words.dates import brief_day, weekday_day
from tracker.words.language import _, listed, ngettext


def treatment_title() -> str:
    """Over the form."""
    return _("Clinic treatment")


def treatment_agree() -> str:
    """The button that keeps it."""
    return _("Enter the treatment")


def kind_label() -> str:
    """Over the kinds."""
    return _("Treatment")


def kinds() -> tuple[str, ...]:
    """Treatments that are offered for pores, by the names they are kept under."""
    return (
        _("Salicylic peel with carbon laser"),
        _("Fractionated pico laser"),
        _("Micro-dosed botox"),
    )


def other_kind() -> str:
    """One in the person's own words."""
    return _("Another")


def own_words_label() -> str:
    """What it is called."""
    return _("What is it called?")


def no_name() -> str:
    """Nothing was written there."""
    return _("Write what it is called, so that you find it again.")


def treated_on() -> str:
    """The day, or the first one of a series."""
    return _("Day")


def how_often() -> str:
    """Over the choice between one and several."""
    return _("How often")


def once() -> str:
    """One treatment."""
    return _("Once")


def several() -> str:
    """Several, the same time apart."""
    return _("A series")


def times_label() -> str:
    """How many they are."""
    return _("How many times")


def weeks_label() -> str:
    """How far they are apart."""
    return _("Every so many weeks")


def runs_too_far() -> str:
    """The last one of the series is on a day that cannot be kept."""
    return _("The last one would be after the year 2999. Choose fewer, or an earlier day.")


def rest_label() -> str:
    """How long the steps rest."""
    return _("Days of rest after it")


def rest_about() -> str:
    """Whose word that is."""
    return _("As the clinic told you; 0 for that day alone. This program gives no medical advice.")


def no_rest(most: int) -> str:
    """Nothing was written there, or nothing that can be."""
    return _("Type the number of days that the clinic told you, from 0 to {most}.").format(
        most=most
    )


def resting_label() -> str:
    """Over the steps."""
    return _("Steps that rest")


def resting_about() -> str:
    """Why some of them are chosen already."""
    return _("Acids and treatments are chosen. Your clinic knows which ones are to rest.")


def change_steps() -> str:
    """Opens the list of steps."""
    return _("Choose others")


def more_label() -> str:
    """Opens what one may want to remember of it."""
    return _("Clinic, price, note")


def clinic_label() -> str:
    """Where."""
    return _("Clinic, if you like")


def price_label() -> str:
    """What it costs, each time."""
    return _("Price and currency, if you like")


def currency_label() -> str:
    """In which money."""
    return _("Currency")


def no_amount() -> str:
    """What was typed is no amount."""
    return _("This is no amount. Type it in figures, like 140 or 140.50.")


def no_currency() -> str:
    """An amount has no currency, or one that is none."""
    return _("Type the currency as three letters, like USD or EUR.")


def note_label() -> str:
    """Whatever else."""
    return _("Note, if you like")


def treatment_said(treatments: Sequence[Treatment], today: Day) -> str:
    """On which days, and what rests until when."""
    last = treatments[-1]
    if len(treatments) == 1:
        said = _("On {day}.").format(day=weekday_day(last.day, today))
    else:
        said = ngettext("{count} time: {days}.", "{count} times: {days}.", len(treatments)).format(
            count=len(treatments), days=listed([brief_day(one.day, today) for one in treatments])
        )
    return _("{days} {rest}").format(days=said, rest=_rest(last))


def _rest(treatment: Treatment) -> str:
    days = treatment.rest_days
    if treatment.steps is None:
        if days == 0:
            return _("All steps rest on that day.")
        return ngettext(
            "All steps rest on that day and the day after.",
            "All steps rest on that day and the {count} days after.",
            days,
        ).format(count=days)
    steps = len(treatment.steps)
    named = ngettext("{count} step", "{count} steps", steps).format(count=steps)
    if days == 0:
        return ngettext("{steps} rests on that day.", "{steps} rest on that day.", steps).format(
            steps=named
        )
    after = ngettext("that day and the day after", "that day and the {count} days after", days)
    return ngettext("{steps} rests on {days}.", "{steps} rest on {days}.", steps).format(
        steps=named, days=after.format(count=days)
    )
