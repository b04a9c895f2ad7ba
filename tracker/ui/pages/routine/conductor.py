"""When is the routine read, and what follows from a wish on its page?"""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal, Slot

from tracker.actions.change import RecordKind
from tracker.actions.reorder import reorder
from tracker.actions.retire import bring_back
from tracker.domain.errors import TrackerError
from tracker.domain.routine import Slot as DaySlot
from tracker.ui.conductor import Conductor
from tracker.ui.desk import Desk
from tracker.ui.pages.routine.in_place import InPlace
from tracker.ui.pages.routine.page import RoutinePage
from tracker.ui.pages.routine.seen import Seen, seen


class RoutineConductor(Conductor):
    """Reads the routine, and hears what is wished on the page."""

    kinds: ClassVar[frozenset[RecordKind]] = frozenset(("step", "group", "product", "setting"))

    said = Signal(str)
    """A line about what was just done, or why it was not."""

    def __init__(self, desk: Desk) -> None:
        self.routine = RoutinePage()
        super().__init__(self.routine, desk)
        self._is_first = True
        self._latest: Seen | None = None
        self._orders = 0
        self._is_late = self._has_failed = False
        self.in_place = InPlace(self.routine, desk)
        self.in_place.sought.connect(self.sought)
        self.routine.ordered.connect(self._on_ordered)
        self.routine.printing_wanted.connect(self._on_printing_wanted)
        self.routine.brought_back.connect(self._on_brought_back)
        desk.failed.connect(self._on_failed)

    @Slot()
    def _on_printing_wanted(self) -> None:
        """What prints is loaded when something is first printed."""
        from tracker.ui.pages.routine.printing import print_card  # noqa: PLC0415, as said

        shown = self.routine.seen
        said = "" if shown is None else print_card(self.routine, shown.routine, shown.today)
        if said:
            self.said.emit(said)

    def read(self) -> None:
        """Read the routine, whole."""
        self.desk.read(partial(seen, clock=self.desk.clock), self._on_read)

    def take_focus(self) -> None:
        """At the first step, or in the form that stands there."""
        self.routine.take_focus()

    def _on_read(self, found: Seen) -> None:
        """Rows that are still being moved stay where they were put."""
        self._latest = found
        if self._orders:
            self._is_late = True
            return
        self._show(found)
        if self._is_first:
            self._is_first = False
            self.routine.take_focus()

    def _show(self, found: Seen) -> None:
        self.routine.show_seen(found)
        self.in_place.follow(found.routine)

    @Slot(str, list)
    def _on_ordered(self, slot: DaySlot, steps: list[str]) -> None:
        """What is done after it is answered after it."""
        self._orders += 1
        self.desk.write(partial(reorder, slot=slot, step_ids=steps))
        self.desk.aside(_nothing, self._on_order_answered)

    def _on_order_answered(self, answer: None) -> None:
        """What could not be moved goes back, and what was read meanwhile is read again."""
        del answer
        self._orders -= 1
        if self._orders:
            return
        if self._has_failed and self._latest is not None:
            self._show(self._latest)
        if self._is_late:
            self.stir()
        self._is_late = self._has_failed = False

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """Somebody else says it."""
        del error
        self._has_failed = self._orders > 0

    @Slot(str)
    def _on_brought_back(self, step: str) -> None:
        """The keyboard goes on at the step, once it is in the list again."""
        shown = self.routine.seen
        if shown is not None:
            self.routine.take_focus(step)
            self.desk.run(bring_back, step, shown.today)


def _nothing() -> None:
    """What is answered once all that was given before is done."""
