"""Which of a group is today's, and which of the others give way?"""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.domain.day import ONE_DAY, Day
from tracker.domain.log import Deed
from tracker.domain.routine import StepId
from tracker.domain.rule.base import Standing, rest


class Member(NamedTuple):
    """A step of a group on one day, and how it stands before the group is asked."""

    step: StepId
    standing: Standing
    deed: Deed | None
    is_turn: bool
    carries_over: bool

    @property
    def keeps_its_turn(self) -> bool:
        """Whether a quota's own day stays its own although another step was used."""
        return self.carries_over and self.is_turn and self.deed is None


def give_way(members: Sequence[Member], day: Day, *, is_past: bool) -> dict[StepId, Standing]:
    """The standings of those members, given in their priority, that give way to the day's choice.

    A tick decides; without one, the first due member that is not skipped. Looking back on a day
    with nothing logged, a turn of the day itself comes before one carried over.
    """
    asked = [member for member in members if member.standing.is_asked]
    choice = _choice(asked, prefer_turns=is_past and all(one.deed is None for one in members))
    if choice is None:
        return {}
    displaced = rest(f"displaced_by:{choice.step}", day + ONE_DAY)
    rank = asked.index(choice)
    return {
        member.step: displaced
        for place, member in enumerate(asked)
        if member is not choice and _gives_way(member, choice, is_past, is_before=place < rank)
    }


def _choice(asked: Sequence[Member], *, prefer_turns: bool) -> Member | None:
    ticked = [member for member in asked if member.deed == "tick"]
    if ticked:
        return ticked[0]
    due = [one for one in asked if one.standing.state == "due" and one.deed != "skip"]
    turns = [member for member in due if member.is_turn] if prefer_turns else []
    return next(iter(turns or due), None)


def _gives_way(member: Member, choice: Member, is_past: bool, *, is_before: bool) -> bool:
    if member.standing.state == "optional":
        return choice.deed == "tick"
    if is_before and member.deed == "skip":
        return False
    return not (is_past and choice.deed == "tick" and member.keeps_its_turn)
