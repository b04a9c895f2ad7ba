"""When does the window back up, and how does it lead back from damaged data?"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from tracker.domain.day import Day
from tracker.domain.errors import TrackerError
from tracker.ui.desk import Desk
from tracker.ui.held import tried
from tracker.ui.places import TODAY, Places
from tracker.ui.widgets.banner import Banners
from tracker.ui.widgets.toast import Toast
from tracker.words.errors import error_line

if TYPE_CHECKING:
    from tracker.actions.backups import Backups, Inside, Restored, Salvage, Salvaged
    from tracker.ui.pages.notice.page import NoticePage

# Pages and their words are imported when they are shown.
# ruff: noqa: PLC0415

_DAMAGED: Final = frozenset(("damaged_file", "empty_file"))
_IN_THE_WAY: Final = _DAMAGED | {"foreign_file"}
"""Ours with a garbled header looks like another program's; that one is only offered to go back."""


class Restoring(QObject):
    """Backs up each day, goes back to a copy, deletes it all, and offers a way out of damage."""

    def __init__(
        self,
        places: Places,
        desk: Desk,
        toast: Toast,
        put: Callable[[QWidget], None],
        backups: "Callable[[], Backups]",
    ) -> None:
        """`put` gives a banner its place in the window."""
        super().__init__(places)
        self._banners = Banners(self, put, wraps=True)
        self._banners.closed.connect(self._banners.withdraw)
        self._places = places
        self._desk = desk
        self._toast = toast
        self._backups = backups
        self._fault = ""
        """What stopped the last backup, so that it is told once."""
        self._way: Path | None = None
        """The copy that is offered."""
        self._notice: NoticePage | None = None
        self._is_sought = False
        """Whether a way out was looked for since the notice was made."""
        desk.opened.connect(self.look_after)
        desk.failed.connect(self._on_failed)

    @property
    def _today(self) -> Day:
        return self._desk.clock.now().date()

    # --- each day ---

    @Slot()
    def look_after(self) -> None:
        """See whether all is whole, page by page, and back up where it is time."""
        self._desk.aside(partial(tried, self._check_and_keep), self._on_looked_after)

    @Slot()
    def keep_daily(self) -> None:
        """Back up where the last backup is over a day old."""
        self._desk.aside(partial(tried, self._keep), self._on_looked_after)

    def _check_and_keep(self) -> None:
        self._backups().check()
        self._keep()

    def _keep(self) -> None:
        self._backups().keep_daily()

    def _on_looked_after(self, fault: TrackerError | None) -> None:
        from tracker.words.backups import not_backed_up

        told, self._fault = self._fault, "" if fault is None else fault.code
        if fault is not None and fault.code not in (told, "locked") and not self.mend(fault):
            self._toast.say(not_backed_up(fault))

    # --- damaged data ---

    def mend(self, error: TrackerError) -> bool:
        """Offer a way out of damage; False where the error is of another kind."""
        is_blind = not self._desk.is_open or self._places.is_blind
        is_unusable = error.code == "unusable_record" and is_blind
        if error.code not in _IN_THE_WAY and not is_unusable:
            return False
        from tracker.words.salvage import seeking_line

        self._places.is_barred = True
        self.notify(error_line(error))
        if not self._is_sought:
            self._is_sought = True
            if self._notice is not None:
                self._notice.tell(seeking_line())
            find = partial(tried, self._ways_out)
            self._desk.aside(find, partial(self._on_ways_found, error, self._notice))
        return True

    def notify(self, line: str) -> None:
        """Say in Today's place why nothing can be shown."""
        from tracker.ui.pages.notice.page import NoticePage

        notice = self._notice
        if notice is None or self._places.front is not notice:
            notice, self._is_sought = NoticePage(), False
            self._notice = notice
            notice.tried_again.connect(self._on_tried_again)
            notice.taken.connect(self._on_way_taken)
            notice.others_wanted.connect(self._on_others_wanted)
            self._places.put_front(notice)
            self._places.go(TODAY)
        notice.say(line)

    def _ways_out(self) -> "tuple[Inside | None, Salvage | None]":
        """The newest good backup, and what can be read of the damaged file; on the store's thread.

        What cannot be salvaged, as on a full disk, leaves the backup on offer.
        """
        from tracker.exchange.vetting import vetted

        found = tried(lambda: self._backups().salvage(vetted))
        if found is None or isinstance(found, TrackerError):
            return self._backups().newest_good(), None
        return found.backup, found

    def _on_ways_found(
        self,
        error: TrackerError,
        page: "NoticePage | None",
        found: "tuple[Inside | None, Salvage | None] | TrackerError",
    ) -> None:
        from tracker.words.backups import (
            begin_anew_about,
            begin_anew_label,
            offer_about,
            offer_label,
        )
        from tracker.words.salvage import salvage_about, together_label

        if page is None or self._places.front is not page:
            return
        backup, salvage = (None, None) if isinstance(found, TrackerError) else found
        self._way = None if backup is None else backup.file
        ways: dict[str, str] = {}
        if salvage is not None and salvage.is_worth_it:
            ways["together"] = together_label(salvage)
        if backup is not None:
            ways["backup"] = offer_label(backup, self._today)
        elif error.code in _DAMAGED:
            ways["anew"] = begin_anew_label()
        if salvage is not None and salvage.is_worth_it:
            page.offer(ways, salvage_about(salvage, self._today))
        elif not ways:
            page.tell("")
        else:
            about = begin_anew_about() if backup is None else offer_about(backup, self._today)
            page.offer(ways, about)

    @Slot()
    def _on_others_wanted(self) -> None:
        self._places.go("backups")

    @Slot()
    def _on_tried_again(self) -> None:
        self._places.is_barred, self._fault = False, ""
        self._desk.open()

    @Slot(str)
    def _on_way_taken(self, way: str) -> None:
        if self._notice is not None:
            self._notice.setEnabled(False)  # a second press would go back twice
        if way == "together":
            from tracker.exchange.vetting import vetted

            self._desk.replace(lambda: self._backups().put_together(vetted), self._on_salvaged)
        elif self._way is not None:
            self.restore(self._way)
        else:
            self._desk.replace(lambda: self._backups().begin_anew(), self._on_begun_anew)

    def _on_salvaged(self, salvaged: "Salvaged | None") -> None:
        from tracker.words.backups import begun_anew_line
        from tracker.words.salvage import salvaged_line

        self._places.is_barred = False
        if salvaged is None:
            self._tell(lambda: begun_anew_line(None))
        else:
            self._tell(lambda: salvaged_line(salvaged))

    @Slot()
    def _on_failed(self) -> None:
        """Where going back failed as well, the notice can be answered again."""
        self._places.front.setEnabled(True)

    def _on_begun_anew(self, aside: Path | None) -> None:
        from tracker.words.backups import begun_anew_line

        self._places.is_barred = False
        self._tell(lambda: begun_anew_line(aside))

    @Slot(object)
    def restore(self, file: Path) -> None:
        """Go back to a copy, and say where the former data are."""
        self._desk.replace(lambda: self._backups().restore(file), self._on_restored)

    def _on_restored(self, restored: "Restored") -> None:
        from tracker.words.backups import restored_line

        self._places.is_barred = False
        self._places.go(TODAY)
        self._tell(lambda: restored_line(restored, self._today))

    @Slot()
    def erase(self) -> None:
        """Delete everything, and begin as on the first day."""
        self._desk.replace(lambda: self._backups().erase(), self._on_erased)

    def _on_erased(self, left: tuple[Path, ...]) -> None:
        from tracker.words.erasing import erased_line, left_note

        self._places.go(TODAY)
        if left:
            self._once_read(lambda: self._banners.show(left_note(left)))
        else:
            self._tell(lambda: erased_line(left))

    def _tell(self, line: Callable[[], str]) -> None:
        self._once_read(lambda: self._toast.say(line()))

    def _once_read(self, say: Callable[[], None]) -> None:
        """Say it in the language of what is there now, when the window was made anew in it."""
        self._desk.aside(_nothing, lambda _done: say())


def _nothing() -> None:
    """What the store's thread comes to after all that was asked of it before."""
