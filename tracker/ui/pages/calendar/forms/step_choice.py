"""Which steps is it about: all of them, or some?"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.routine import SLOTS, Step, StepId
from tracker.ui.widgets.option_row import Option
from tracker.ui.widgets.options import Options
from tracker.words.form import all_steps, some_steps
from tracker.words.today import slot_name


def step_options(steps: list[Step], chosen: list[StepId]) -> Options:
    """The steps to choose from, under their slots."""
    groups = [
        (slot_name(slot), [Option(one.id, one.name) for one in steps if one.slot == slot])
        for slot in SLOTS
    ]
    return Options([group for group in groups if group[1]], chosen)


class StepChoice(QWidget):
    """All steps, or those that are chosen from a list that opens then."""

    changed = Signal()
    """It is about other steps now."""

    def __init__(self, steps: list[Step]) -> None:
        super().__init__()
        options = [Option("all", all_steps()), Option("some", some_steps())]
        self.how_many = Options([("", options)], ["all"], is_one=True)
        self.list = step_options(steps, [])
        self.list.hide()
        self.setFocusProxy(self.how_many)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.how_many)
        column.addWidget(self.list)
        self.how_many.changed.connect(self._on_how_many_changed)
        self.list.changed.connect(self.changed)

    @property
    def steps(self) -> tuple[StepId, ...] | None:
        """The chosen steps; None for all."""
        return tuple(self.list.chosen) if self.how_many.chosen == ["some"] else None

    @Slot()
    def _on_how_many_changed(self) -> None:
        self.list.setVisible(self.how_many.chosen == ["some"])
        self.changed.emit()
