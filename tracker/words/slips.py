"""What is said of a turn that passed and can still be made up?

Calm, and before anything is ticked: which days fit, and what it costs where it costs a later turn.
"""

from datetime import timedelta

from tracker.domain.day import Day
from tracker.domain.routine import Slot
from tracker.domain.slip import Slip
from tracker.words.dates import near_day
from tracker.words.language import _


def slip_line(slip: Slip, today: Day) -> str:
    """Under the step's name: "Missed on Wednesday: tonight or until Sunday fits"."""
    turn = near_day(slip.turn, today)
    return _("Missed on {day}: {days}").format(day=turn, days=_fits(slip, today))


def slip_sentence(slip: Slip, name: str, today: Day) -> str:
    """With the step's name: "Clay mask missed on Wednesday: tonight or until Sunday fits."."""
    turn = near_day(slip.turn, today)
    sentence = _("{name} missed on {day}: {days}.")
    return sentence.format(name=name, day=turn, days=_fits(slip, today))


def cost_line(slip: Slip, today: Day) -> str:
    """Which turn falls away if it is done now, and what the week comes to; nothing for none."""
    if slip.shortfall is None:
        return ""
    sentence = (
        _("Tonight takes the turn of {day}: then this week ends at {uses} of {times}")
        if slip.slot == "evening"
        else _("Today takes the turn of {day}: then this week ends at {uses} of {times}")
    )
    lost, uses, times = slip.shortfall
    return sentence.format(day=near_day(lost, today), uses=uses, times=times)


def _fits(slip: Slip, today: Day) -> str:
    days = [_day(day, slip.slot, today) for day in slip.fits]
    if len(days) == 1:
        return _("{day} fits").format(day=days[0])
    if len(days) == 2:
        return _("{day} or {last} fits").format(day=days[0], last=days[1])
    if slip.fits[-1] - slip.fits[0] == timedelta(days=len(days) - 1):
        return _("{day} or until {last} fits").format(day=days[0], last=days[-1])
    return _("{days} or {last} fits").format(days=", ".join(days[:-1]), last=days[-1])


def _day(day: Day, slot: Slot, today: Day) -> str:
    if day != today:
        return near_day(day, today)
    return _("tonight") if slot == "evening" else _("today")
