"""How does one choose among lines that stand below each other: one of them, or any?"""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout

from tracker.ui.theme.type import Style
from tracker.ui.widgets.neighbours import Neighbour, Neighbours
from tracker.ui.widgets.option_row import Option, OptionRow
from tracker.ui.widgets.text import Text

_ABOVE: Final = 8
_HEADING: Final = Style(13, QFont.Weight.Medium)


class Options(Neighbours):
    """Rows under their headings. Tab comes to one of them, arrows lead to the others.

    `is_one`: exactly one is chosen, and arrows choose; else Space and the mouse do, each by itself.
    """

    changed = Signal()
    """Others are chosen now."""

    def __init__(
        self,
        groups: Iterable[tuple[str, Sequence[Option]]],
        chosen: Iterable[str],
        *,
        is_one: bool = False,
    ) -> None:
        """A group is its heading, which may be empty, and its options."""
        super().__init__()
        self.rows: list[OptionRow] = []
        self._is_one = is_one
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for heading, options in groups:
            if heading:
                self._column.addSpacing(_ABOVE if self.rows else 0)
                self._column.addWidget(Text(heading, _HEADING, wraps=True))
            for option in options:
                self._add(option)
        self.choose(chosen)

    def _add(self, option: Option) -> None:
        row = OptionRow(option, is_round=self._is_one)
        row.clicked.connect(self._on_clicked)
        row.stepped.connect(self.on_stepped)
        self.rows.append(row)
        self._column.addWidget(row)

    @property
    def members(self) -> Sequence[OptionRow]:
        """The rows, from the top."""
        return self.rows

    @property
    def chosen(self) -> list[str]:
        """The codes of the chosen ones, in their order."""
        return [row.code for row in self.rows if row.isChecked()]

    @property
    def is_all(self) -> bool:
        """Whether there is none that is not chosen."""
        return all(row.isChecked() for row in self.rows)

    def choose(self, codes: Iterable[str]) -> None:
        """Choose these, which nobody is told of."""
        wanted = set(codes)
        for row in self.rows:
            row.setChecked(row.code in wanted)
        self.stop_at(next((row for row in self.rows if row.isChecked()), self.rows[0]))

    def row(self, code: str) -> OptionRow:
        """The row of a code."""
        return next(row for row in self.rows if row.code == code)

    def _pick(self, picked: OptionRow) -> None:
        if self._is_one:
            self.choose([picked.code])
        self.stop_at(picked)
        self.changed.emit()

    @Slot()
    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, OptionRow):
            self._pick(row)
            row.setFocus(Qt.FocusReason.MouseFocusReason)

    def arrived_at(self, member: Neighbour) -> None:
        """Where one is chosen, arrows choose."""
        if self._is_one and isinstance(member, OptionRow):
            self._pick(member)
