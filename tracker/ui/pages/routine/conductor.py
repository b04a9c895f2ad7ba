"""When is the routine read, and what follows from a wish on its page?"""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot

from tracker.actions.change import RecordKind
from tracker.actions.reorder import reorder
from tracker.actions.retire import bring_back
from tracker.domain.routine import Slot as DaySlot
from tracker.ui.conductor import Conductor
from tracker.ui.desk import Desk
from tracker.ui.pages.routine.asked import Asked
from tracker.ui.pages.routine.page import RoutinePage
from tracker.ui.pages.routine.seen import Seen, seen


class RoutineConductor(Conductor):
    """Reads the routine, and hears what is wished on the page."""

    kinds: ClassVar[frozenset[RecordKind]] = frozenset(("step", "group", "product", "setting"))

    def __init__(self, desk: Desk) -> None:
        self.routine = RoutinePage()
        super().__init__(self.routine, desk)
        self._is_first = True
        self.asked = Asked(self.routine, desk)
        self.routine.ordered.connect(self._on_ordered)
        self.routine.printing_wanted.connect(self._on_printing_wanted)
        self.routine.brought_back.connect(self._on_brought_back)

    @Slot()
    def _on_printing_wanted(self) -> None:
        """What prints is loaded when something is first printed."""
        from tracker.ui.pages.routine.printing import print_card  # noqa: PLC0415, as said

        shown = self.routine.seen
        if shown is not None:
            print_card(self.routine, shown.routine, shown.today)

    def read(self) -> None:
        """Read the routine, whole."""
        self.desk.read(partial(seen, clock=self.desk.clock), self._on_read)

    def take_focus(self) -> None:
        """At the first step, or in the form that stands there."""
        self.routine.take_focus()

    def _on_read(self, found: Seen) -> None:
        self.routine.show_seen(found)
        self.asked.follow(found.routine)
        if self._is_first:
            self._is_first = False
            self.routine.take_focus()

    @Slot(str, list)
    def _on_ordered(self, slot: DaySlot, steps: list[str]) -> None:
        self.desk.run(reorder, slot, steps)

    @Slot(str)
    def _on_brought_back(self, step: str) -> None:
        shown = self.routine.seen
        if shown is not None:
            self.desk.run(bring_back, step, shown.today)
