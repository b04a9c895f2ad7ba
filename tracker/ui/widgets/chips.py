"""How does one choose some of a few short values that stand side by side?"""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import CENTRE, CONTROL_RADIUS, focus_ring, ground, painter_on, write
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import NAME, SMALL
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.neighbours import Neighbour, Neighbours
from tracker.ui.widgets.spoken import name
from tracker.words.form import spoken_chip

_HEIGHT: Final = 36


class Chip(Neighbour):
    """One of the values; chosen, it stands on the accent."""

    def __init__(self, code: str, label: str) -> None:
        super().__init__(code, label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its word, and no smaller than a hit target."""
        return QSize(max(32, text_width(self.label, NAME) + 16), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """On the accent where it is chosen, quiet where it is not."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self.isChecked():
            ground(painter, self.rect(), tokens.accent_soft, tokens.accent, CONTROL_RADIUS)
        else:
            warm = tokens.sunken if self.underMouse() else tokens.surface
            ground(painter, self.rect(), warm, tokens.line, CONTROL_RADIUS)
        style, ink = (NAME, tokens.accent) if self.isChecked() else (SMALL, tokens.muted)
        write(painter, self.rect(), self.label, style, ink, CENTRE)
        focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        painter.end()


class Chips(Neighbours):
    """Some of the values. Tab comes to one of them, arrows lead to the others, Space chooses."""

    changed = Signal()
    """Others are chosen now."""

    def __init__(
        self, spoken: str, options: Iterable[tuple[str, str]], chosen: Sequence[str]
    ) -> None:
        super().__init__()
        self._spoken = spoken
        self.chips: list[Chip] = []
        self._begun = list(chosen)
        self.chosen: list[str] = list(chosen)
        """The codes of the chosen ones; as they first were, or in the order of the chips."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = Flow(4)
        self.setLayout(self._row)
        self.offer(options)

    @property
    def members(self) -> Sequence[Chip]:
        """The chips, in the order of the values."""
        return self.chips

    def offer(self, options: Iterable[tuple[str, str]]) -> None:
        """Offer other values; what is chosen and not among them is no longer chosen."""
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(code, label) for code, label in options]
        known = {chip.code for chip in self.chips}
        self.choose([code for code in self.chosen if code in known])
        self.stop_at(self.chips[0])
        self.updateGeometry()

    def _chip(self, code: str, label: str) -> Chip:
        chip = Chip(code, label)
        chip.clicked.connect(self._on_clicked)
        chip.stepped.connect(self.on_stepped)
        name(chip, spoken_chip(self._spoken, label))
        self._row.addWidget(chip)
        chip.show()
        return chip

    def choose(self, codes: Sequence[str]) -> None:
        """Choose these, which nobody is told of."""
        self.chosen = self._begun if set(codes) == set(self._begun) else list(codes)
        for chip in self.chips:
            chip.setChecked(chip.code in self.chosen)

    def sizeHint(self) -> QSize:
        """All of them in one line."""
        widths = [chip.sizeHint().width() for chip in self.chips]
        return QSize(sum(widths) + 4 * (len(widths) - 1), _HEIGHT)

    def let_tab_in(self, *, is_one: bool = False) -> None:
        """Let Tab come to each of them, so that they can be put in order; or to one again."""
        for chip in self.chips:
            is_stop = not is_one or chip is self.focusProxy()
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)

    @Slot()
    def _on_clicked(self) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        self.choose([one.code for one in self.chips if one.isChecked()])
        self.stop_at(chip)
        chip.setFocus(Qt.FocusReason.MouseFocusReason)
        self.changed.emit()
