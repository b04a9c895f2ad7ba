"""What is the person told when its time comes, and what follows from their answer?"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Slot

from tracker.actions.ports import Note, Notifier
from tracker.actions.skip import skip
from tracker.actions.tick import tick
from tracker.actions.views.reminders import Reminders, reminders
from tracker.domain.errors import Refused, TrackerError
from tracker.domain.reminder import Reminder
from tracker.domain.routine import StepId
from tracker.system.notifications.desktop import DesktopNotes
from tracker.ui.desk import Desk
from tracker.ui.widgets.banner import Banners
from tracker.ui.window import Window
from tracker.words.reminders import refused_note, reminder_note, skipped_by_note

SNOOZE: Final = timedelta(hours=1)


class Said(NamedTuple):
    """One reminder as others may read it on the desktop, and as it stands in the window."""

    outside: Note
    inside: Note


class Reminding(QObject):
    """Keeps what is shown to what is due: on the desktop, or without a service in the window.

    What was answered is known by the log. That a reminder was closed or put off is only known
    here, by its key, which no other day's reminder has.
    """

    def __init__(self, window: Window, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._desktop = DesktopNotes(self)
        self._banners = Banners(self, window.put_above)
        self._notifiers: tuple[Notifier, ...] = (self._desktop, self._banners)
        self._found: Reminders | None = None
        self._shown: dict[str, Said] = {}
        self._closed: dict[str, frozenset[StepId]] = {}
        self._snoozed: dict[str, datetime] = {}
        self._answered: dict[str, Reminder] = {}
        self._refused: dict[str, tuple[Reminder, Refused]] = {}
        desk.opened.connect(self.look)
        desk.changed.connect(self._on_changed)
        desk.failed.connect(self._on_failed)
        for place in (self._desktop, self._banners):
            place.pressed.connect(self._on_pressed)
            place.closed.connect(self._on_closed)
        self._desktop.turned.connect(self._on_turned)
        window.refurnished.connect(self.look)
        window.closed.connect(self._desktop.finish)

    @Slot()
    def look(self) -> None:
        """Find out what is due to be said by now, and say it."""
        if self._desk.is_open:
            self._read(self._on_found)

    def _read(self, answer: Callable[[Reminders], None]) -> None:
        self._desk.read(partial(reminders, self._desk.clock.now()), answer)

    def _on_found(self, found: Reminders) -> None:
        self._found = found
        wanted = self._wanted(found)
        for key in self._shown.keys() - wanted.keys():
            self._withdraw(key)
        for key, said in wanted.items():
            if self._shown.get(key) != said:
                self._shown[key] = said
                self._desktop.show(said.outside)

    def _wanted(self, found: Reminders) -> dict[str, Said]:
        """What should be shown: what is due and was not answered, and why an answer was refused."""
        wanted = {one.key: _said(one, found) for one in found.due if self._is_open(one)}
        for key, (reminder, refused) in self._refused.items():
            if reminder.day == found.today:
                wanted[key] = _said_no(reminder, refused, found)
        return wanted

    def _is_open(self, reminder: Reminder) -> bool:
        """Whether the person has not yet answered, closed or put it off, as it is now."""
        key = reminder.key
        until = self._snoozed.get(key)
        is_snoozed = until is not None and self._desk.clock.now() < until
        is_closed = reminder.steps <= self._closed.get(key, frozenset())
        return not is_snoozed and not is_closed and key not in self._answered

    def _withdraw(self, key: str) -> None:
        self._shown.pop(key, None)
        for notifier in self._notifiers:
            notifier.withdraw(key)

    @Slot(bool)
    def _on_turned(self, is_there: bool) -> None:
        """The service came, with nothing on it, or went: what is shown goes where it can be."""
        for key, said in self._shown.items():
            if is_there:
                self._banners.withdraw(key)
                self._desktop.show(said.outside)
            else:
                self._banners.show(said.inside)

    # --- what the person answers ---

    @Slot(str, str)
    def _on_pressed(self, key: str, wish: str) -> None:
        """A second press finds nothing left to answer."""
        reminder = self._reminder(key)
        if reminder is None:
            return
        self._withdraw(key)
        match wish:
            case "done":
                self._answer(reminder, lambda step: self._desk.run(tick, step, reminder.day))
            case "skip":
                why = skipped_by_note()
                self._answer(reminder, lambda step: self._desk.run(skip, step, why, reminder.day))
            case "snooze":
                self._snoozed[key] = self._desk.clock.now() + SNOOZE
            case _:
                self._close(reminder)
                self._window.come_forward()

    @Slot(str)
    def _on_closed(self, key: str) -> None:
        reminder = self._reminder(key)
        if reminder is not None:
            self._withdraw(key)
            self._close(reminder)

    def _reminder(self, key: str) -> Reminder | None:
        """What is shown under that key."""
        due = () if self._found is None else self._found.due
        said = [reminder for reminder, _ in self._refused.values()]
        known = {one.key: one for one in (*due, *said)}
        return known.get(key) if key in self._shown else None

    def _close(self, reminder: Reminder) -> None:
        """It is not said again that day, unless it is about more by then."""
        self._refused.pop(reminder.key, None)
        self._closed[reminder.key] = reminder.steps

    def _answer(self, reminder: Reminder, act: Callable[[StepId], None]) -> None:
        """Have each of its steps done or skipped; nothing is said of it before that is known."""
        self._answered[reminder.key] = reminder
        for mention in reminder.mentions:
            act(mention.step)
        self._read(partial(self._on_answered, reminder.key))

    def _on_answered(self, key: str, found: Reminders) -> None:
        self._answered.pop(key, None)
        self._on_found(found)

    # --- what the desk tells ---

    @Slot()
    def _on_changed(self) -> None:
        """What was refused before may be otherwise by now; what is being answered is not yet."""
        answered = self._answered.keys()
        self._refused = {key: why for key, why in self._refused.items() if key in answered}
        self.look()

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """Why an answer was refused is said where it was given; the rest is the window's to say."""
        if not isinstance(error, Refused):
            self._answered.clear()
            return
        for key, reminder in self._answered.items():
            if error.facts.get("step") in reminder.steps:
                self._refused[key] = (reminder, error)


def _said(reminder: Reminder, found: Reminders) -> Said:
    outside = reminder_note(reminder, is_named=found.is_named)
    return Said(outside, reminder_note(reminder, is_named=True))


def _said_no(reminder: Reminder, refused: Refused, found: Reminders) -> Said:
    outside = refused_note(reminder, refused, found.names, is_named=found.is_named)
    return Said(outside, refused_note(reminder, refused, found.names, is_named=True))
