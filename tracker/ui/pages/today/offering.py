"""What is on offer on Today, and what follows from the answer?"""

from PySide6.QtCore import QObject, Signal, Slot

from tracker.actions.ports import Reading
from tracker.actions.present import today
from tracker.actions.step_up import Offer, stay, step_up, step_up_offer
from tracker.domain.day import Day
from tracker.ui.desk import Desk
from tracker.ui.pages.today.page import TodayPage
from tracker.ui.widgets.offer_card import OfferCard
from tracker.words.step_up import accept_label, offer_plan, offer_seen, offer_title, stay_label


class Offering(QObject):
    """Looks after each change whether there is something to offer, and shows it on today's page."""

    placed = Signal()
    """A card has come or gone."""

    def __init__(self, page: TodayPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._offer: Offer | None = None
        self._shown: Offer | None = None
        page.shown.connect(self._on_shown)

    def read(self) -> None:
        """Look whether something is on offer."""
        self._desk.read(self._look, self._on_read)

    def _look(self, reading: Reading) -> Offer | None:
        return step_up_offer(reading, today(reading, self._desk.clock))

    def _on_read(self, offer: Offer | None) -> None:
        if offer != self._offer:
            self._offer = offer
            self._on_shown()

    @Slot()
    def _on_shown(self) -> None:
        """Made anew only where it is another, so that the keyboard stays on it."""
        view = self._page.view
        wanted = None if view is None or not view.is_today else self._offer
        if wanted == self._shown or view is None:
            return
        self._shown = wanted
        self._page.face.put_offer(None if wanted is None else self._card(wanted, view.today))
        self.placed.emit()

    def _card(self, offer: Offer, present: Day) -> OfferCard:
        sentences = (offer_seen(offer), offer_plan(offer, present))
        card = OfferCard(offer_title(offer), sentences, (accept_label(), stay_label()))
        card.accepted.connect(self._on_accepted)
        card.declined.connect(self._on_declined)
        return card

    @Slot()
    def _on_accepted(self) -> None:
        self._desk.run(step_up)

    @Slot()
    def _on_declined(self) -> None:
        self._desk.run(stay)
