"""What does the routine's page know when it is shown?"""

from typing import NamedTuple

from tracker.actions.ports import Clock, Everything
from tracker.actions.present import today
from tracker.domain.day import Day
from tracker.domain.product import Product
from tracker.domain.routine import Group, Routine, Slot, Step


class Seen(NamedTuple):
    """The routine as it is, today, and what stands on the shelf."""

    routine: Routine
    today: Day
    products: tuple[Product, ...]

    def steps(self, slot: Slot) -> list[Step]:
        """The steps of a slot that are not over, in their order."""
        return [one for one in self.routine.ordered() if one.slot == slot and not self.is_over(one)]

    def is_over(self, step: Step) -> bool:
        """Whether the step's last day is gone by."""
        return step.end is not None and step.end < self.today

    def over(self) -> list[Step]:
        """The steps that are over, in their order."""
        return [one for one in self.routine.ordered() if self.is_over(one)]

    def groups(self) -> list[Group]:
        """The groups that hold today or will, each as it was last changed."""
        latest = {group.name: group for group in self.routine.groups}
        latest.update({group.name: group for group in self.routine.groups_on(self.today)})
        return [group for group in latest.values() if group.priority]


def seen(reading: Everything, clock: Clock) -> Seen:
    """Look at what is kept."""
    return Seen(reading.routine(), today(reading, clock), reading.products())
