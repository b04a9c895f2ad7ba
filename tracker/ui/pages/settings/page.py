"""Which settings are there, and how is one changed?"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.actions.views.settings import LATEST_START, SettingsView
from tracker.domain.day import WEEKDAYS
from tracker.domain.settings import Json
from tracker.ui.pages.settings.data_card import DataCard
from tracker.ui.theme.type import BODY, PAGE_TITLE
from tracker.ui.widgets.card import TitledCard
from tracker.ui.widgets.control_row import ControlRow
from tracker.ui.widgets.scroll import Scroll
from tracker.ui.widgets.segments import Segments
from tracker.ui.widgets.text import Text
from tracker.ui.widgets.time_field import TimeField
from tracker.words.language import languages
from tracker.words.settings import (
    effect,
    opening,
    option_label,
    section_title,
    setting_title,
    spoken_option,
)
from tracker.words.window import page_name

_SECTIONS: Final = {
    "days": ("day_starts_at", "week_start", "morning_at", "evening_at"),
    "reminders": ("reminders", "reminder_names"),
    "streaks": ("day_threshold", "forgive_slip"),
    "look": ("theme", "language"),
}
_TIMES: Final = ("morning_at", "evening_at")
_CODES: Final[dict[str, tuple[str, ...]]] = {
    "day_starts_at": tuple(map(str, range(LATEST_START + 1))),
    "language": ("system",),
    "week_start": WEEKDAYS,
    "day_threshold": ("all", "most", "half"),
    "theme": ("system", "light", "dark"),
}
_FLAGS: Final = {"on": True, "off": False}


class SettingsPage(Scroll):
    """Cards of settings; each change is wished at once, and shows once it is kept."""

    wished = Signal(str, object)
    """A setting's key and the value that the person wants."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, ControlRow] = {}
        self.data = DataCard()
        self.column.addWidget(Text(page_name("settings"), PAGE_TITLE, wraps=True))
        self.column.addWidget(Text(opening(), BODY, muted=True, wraps=True))
        self.column.addSpacing(28)
        for section, keys in _SECTIONS.items():
            self.column.addWidget(self._card(section, keys))
            self.column.addSpacing(16)
        self.data.erasing.opened.connect(lambda panel: self.ensureWidgetVisible(panel, 0, 20))
        self.column.addWidget(self.data)
        self.column.addStretch(1)

    def _card(self, section: str, keys: tuple[str, ...]) -> TitledCard:
        card = TitledCard(section_title(section))
        card.column.setSpacing(0)
        card.column.setContentsMargins(18, 16, 18, 6)
        card.column.addSpacing(12)
        for key in keys:
            row = self._rows[key] = ControlRow(setting_title(key), self._control(key))
            card.column.addWidget(row)
        return card

    def _control(self, key: str) -> QWidget:
        if key in _TIMES:
            field = TimeField(setting_title(key))
            field.settled.connect(lambda time: self.wished.emit(key, time))
            return field
        options = _options(key)
        segments = Segments(options)
        segments.call(spoken_option(key, label) for _code, label in options)
        segments.wished.connect(lambda code: self.wished.emit(key, _value(key, code)))
        return segments

    def show_view(self, view: SettingsView) -> None:
        """Show what is in force, and what follows from it."""
        for key, row in self._rows.items():
            row.say(effect(key, view))
            if isinstance(row.control, TimeField):
                row.control.show_time(str(getattr(view, key)))
            elif isinstance(row.control, Segments):
                closed = map(str, view.closed_hours) if key == "day_starts_at" else ()
                row.control.show_code(_code_of(key, view), tuple(closed))

    def take_focus(self, key: str) -> None:
        """Let the keyboard begin at a setting; at the first one the title is in sight too."""
        control = self._rows[key].control
        if not isinstance(control, Segments):
            return
        control.take_focus()
        if key == next(iter(self._rows)):
            self.verticalScrollBar().setValue(0)
        else:
            self.ensureWidgetVisible(control)


def _options(key: str) -> list[tuple[str, str]]:
    """The codes that can be chosen, each with what is written on it."""
    options = [(code, option_label(key, code)) for code in _CODES.get(key, tuple(_FLAGS))]
    return [*options, *languages().items()] if key == "language" else options


def _code_of(key: str, view: SettingsView) -> str:
    if key == "week_start" and view.week_next is not None:
        return view.week_next.weekday
    value = getattr(view, key)
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)


def _value(key: str, code: str) -> Json:
    """A code as the setting's value."""
    if key == "day_starts_at":
        return int(code)
    return code if key == "language" else _FLAGS.get(code, code)
