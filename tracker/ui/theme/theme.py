"""Is it light or dark, and who says so: the system or the person?"""

from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from tracker.ui.theme.palette import palette_of
from tracker.ui.theme.tokens import DARK, LIGHT, Tokens

Choice: TypeAlias = Literal["system", "light", "dark"]
CHOICES: Final[tuple[Choice, ...]] = ("system", "light", "dark")


def as_choice(value: object) -> Choice:
    """A stored value as a choice; the system's where it is none."""
    return value if value in CHOICES else "system"


class Theme(QObject):
    """The look in force; follows the system live unless the person chose otherwise."""

    def __init__(self, app: QApplication, choice: Choice = "system") -> None:
        super().__init__(app)
        self._app = app
        self.choice: Choice = choice
        self.tokens: Tokens = LIGHT
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply()

    def choose(self, choice: Choice) -> None:
        """Look like that from now on."""
        if choice != self.choice:
            self.choice = choice
            self._apply()

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self.choice == "system":
            self._apply()

    def _apply(self) -> None:
        self.tokens = DARK if self._wants_dark() else LIGHT
        self._app.setPalette(palette_of(self.tokens))

    def _wants_dark(self) -> bool:
        if self.choice != "system":
            return self.choice == "dark"
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
