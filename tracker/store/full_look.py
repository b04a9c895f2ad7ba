"""How does everything that is kept become one diary?"""

from tracker.domain.diary import Diary
from tracker.domain.log import Rating
from tracker.domain.product import Product
from tracker.store.look import Look
from tracker.store.mapping.groups import GROUPS
from tracker.store.mapping.log import ENTRIES, RATINGS
from tracker.store.mapping.products import PRODUCTS
from tracker.store.mapping.questions import PHOTOS, QUESTIONS
from tracker.store.mapping.rests import PAUSES, TREATMENTS
from tracker.store.mapping.steps import STEPS


class FullLook(Look):
    """A consistent look at everything: the port `Everything`."""

    def ratings(self) -> tuple[Rating, ...]:
        """Every rating, in the order in which they were entered."""
        return self.all_of(RATINGS)

    def products(self) -> tuple[Product, ...]:
        """Every product, in the order in which they were entered."""
        return self.all_of(PRODUCTS)

    def diary(self) -> Diary:
        """Everything, in the order in which it was entered."""
        return Diary(
            self.settings(),
            self.products(),
            self.all_of(STEPS),
            self.all_of(GROUPS),
            self.all_of(PAUSES),
            self.all_of(TREATMENTS),
            self.all_of(ENTRIES),
            self.ratings(),
            self.all_of(QUESTIONS),
            self.all_of(PHOTOS),
        )
