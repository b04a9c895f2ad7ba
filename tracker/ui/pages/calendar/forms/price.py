"""What does it cost, and in which money?"""

from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.domain.routine import Price, Routine
from tracker.ui.widgets.line_field import LineField
from tracker.words.treatment_form import currency_label, price_label
from tracker.words.typed import amount_in

_LETTERS: Final = 3


class PriceField(QWidget):
    """An amount, and a currency that is the one of the last treatment, or the person's own."""

    settled = Signal()
    """What was being typed is done with."""

    def __init__(self, routine: Routine) -> None:
        super().__init__()
        self.amount = LineField(price_label())
        self.currency = LineField(currency_label(), longest=_LETTERS)
        self.currency.setText(_usual_currency(routine))
        self.currency.setFixedWidth(72)
        self.setFocusProxy(self.amount)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.amount, 1)
        row.addWidget(self.currency)
        self.amount.editingFinished.connect(self.settled)
        self.currency.editingFinished.connect(self.settled)

    @property
    def price(self) -> Price | None:
        """The price; None where none was typed, or none that can be kept."""
        amount, code = self._amount(), self._code()
        return None if amount is None or code is None else Price(amount, code)

    @property
    def has_wrong_amount(self) -> bool:
        """Whether something was typed that is no amount."""
        return bool(self.amount.words) and self._amount() is None

    @property
    def has_wrong_currency(self) -> bool:
        """Whether an amount stands there without its currency."""
        return bool(self.amount.words) and self._code() is None

    def _amount(self) -> str | None:
        return amount_in(self.amount.words, QLocale().decimalPoint())

    def _code(self) -> str | None:
        code = self.currency.words.upper()
        is_code = len(code) == _LETTERS and code.isascii() and code.isalpha()
        return code if is_code else None


def _usual_currency(routine: Routine) -> str:
    known = [one.price.currency for one in routine.treatments if one.price is not None]
    return (
        known[-1]
        if known
        else QLocale().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    )
