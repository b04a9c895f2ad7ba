"""What stands on the demo's shelf, and which of it was used when?"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from tracker.domain.day import Day
from tracker.domain.diary import Diary
from tracker.domain.log import Entry
from tracker.domain.product import Product
from tracker.domain.routine import Kind, Price, Step, StepId

_SHARED: Final[frozenset[Kind]] = frozenset(("cleanser", "moisturiser"))
"""Kinds of which one product serves every step."""


class Supply(NamedTuple):
    """How a kind of product is sold: dollars, millilitres, months after opening."""

    amount: str
    size_ml: float
    ml_per_use: float
    months: int


_SUPPLIES: Final[dict[Kind, Supply]] = {
    "cleanser": Supply("16.00", 250, 1.5, 12),
    "toner": Supply("22.00", 200, 2, 12),
    "exfoliant": Supply("32.00", 100, 1.5, 12),
    "serum": Supply("48.00", 30, 0.4, 6),
    "retinoid": Supply("39.00", 30, 0.3, 6),
    "mask": Supply("36.00", 150, 6, 9),
    "refining lotion": Supply("118.00", 120, 0.5, 18),
    "moisturiser": Supply("27.00", 75, 0.8, 12),
    "sunscreen": Supply("19.00", 50, 1.2, 12),
}


def stocked(diary: Diary, names: Mapping[Kind, str], brand: str) -> Diary:
    """`diary` with a product for every step that uses one up, and another when it is empty.

    `names` are by kind; what is not among them is called as its step is.
    """
    supplied = [step for step in diary.steps if step.kind in _SUPPLIES]
    shelf = _Shelf(supplied, names, brand)
    log = tuple(map(shelf.used, diary.log))
    steps = tuple(step._replace(product=shelf.current(step.id)) for step in diary.steps)
    products = (*diary.products, *shelf.products.values())
    return diary._replace(steps=steps, log=log, products=products)


class _Shelf:
    """What was bought and what is left of it."""

    def __init__(self, steps: list[Step], names: Mapping[Kind, str], brand: str) -> None:
        self.products: dict[str, Product] = {}
        self._names = names
        self._brand = brand
        self._line = {step.id: step.kind if step.kind in _SHARED else step.id for step in steps}
        self._open: dict[str, str] = {}
        self._left: dict[str, float] = {}
        self._bought: dict[str, int] = {}
        for step in steps:
            if self._line[step.id] not in self._open:
                self._buy(step, step.start)
        self._steps = {step.id: step for step in steps}

    def current(self, step: StepId) -> str | None:
        """The product in use for the step."""
        line = self._line.get(step)
        return None if line is None else self._open[line]

    def used(self, entry: Entry) -> Entry:
        """The entry with the product that it used."""
        line = self._line.get(entry.step)
        if entry.do != "tick" or line is None:
            return entry
        step = self._steps[entry.step]
        per_use = _SUPPLIES[step.kind].ml_per_use
        if self._left[line] < per_use:
            self._empty(line, entry.day)
            self._buy(step, entry.day)
        self._left[line] -= per_use
        return entry._replace(product=self._open[line])

    def _empty(self, line: str, day: Day) -> None:
        product = self._open[line]
        self.products[product] = self.products[product]._replace(retired_on=day)

    def _buy(self, step: Step, day: Day) -> None:
        line, supply = self._line[step.id], _SUPPLIES[step.kind]
        number = self._bought[line] = self._bought.get(line, 0) + 1
        product = Product(
            line if number == 1 else f"{line}-{number}",
            self._names.get(step.kind, step.name),
            step.kind,
            self._brand,
            Price(supply.amount, "USD"),
            supply.size_ml,
            supply.ml_per_use,
            opened_on=day,
            period_after_opening_months=supply.months,
        )
        self.products[product.id] = product
        self._open[line] = product.id
        self._left[line] = supply.size_ml
