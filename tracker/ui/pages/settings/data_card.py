"""Where do the data lie, and is that a good place?"""

from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from tracker.store.place import DataPlace
from tracker.ui.pages.settings.erasing import ErasingPart
from tracker.ui.theme.icons import icon
from tracker.ui.theme.sheet import field_sheet
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, SMALL, font
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.card import TitledCard
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.spoken import name
from tracker.ui.widgets.text import Text
from tracker.words.settings import (
    backups_label,
    file_line,
    folder_title,
    section_title,
    show_folder,
    sync_warning,
)
from tracker.words.transfer import transfer_label


class DataCard(TitledCard):
    """The data folder, with a way to it; a warning where another program copies it about."""

    backups_wanted = Signal()
    """The backups are to be seen."""
    transfer_wanted = Signal()
    """Records are to be taken in or elsewhere."""

    def __init__(self) -> None:
        super().__init__(section_title("data"))
        self._path = QLineEdit()
        self._path.setReadOnly(True)
        self._path.setFont(font(BODY))
        name(self._path, folder_title())
        self._file = Text("", SMALL, muted=True, wraps=True)
        self._warning = QWidget()
        self._icon = QLabel()
        self._icon.setFixedSize(20, 20)
        self._caution = Text("", SMALL, wraps=True)
        self._show = Button(show_folder())
        self._show.clicked.connect(self._on_show_clicked)
        self._backups = Button(backups_label())
        self._backups.clicked.connect(self.backups_wanted)
        self._transfer = Button(transfer_label())
        self._transfer.clicked.connect(self.transfer_wanted)
        self.column.addWidget(Text(folder_title(), SMALL, muted=True, wraps=True))
        self.column.addWidget(self._path)
        buttons = Flow()
        buttons.addWidget(self._show)
        buttons.addWidget(self._backups)
        buttons.addWidget(self._transfer)
        self.column.addLayout(buttons)
        self.column.addWidget(self._file)
        self.column.addWidget(self._warning)
        warning = QHBoxLayout(self._warning)
        warning.setContentsMargins(0, 4, 0, 0)
        warning.setSpacing(10)
        warning.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        warning.addWidget(self._caution, 1)
        self._warning.hide()
        self.erasing = ErasingPart()
        self.column.addWidget(self.erasing)
        self._dress()

    def show_place(self, place: DataPlace) -> None:
        """Show where the data lie; a path that is longer than its field is whole in the tooltip."""
        self._path.setText(str(place.folder))
        self._path.setCursorPosition(0)
        self._path.setToolTip(str(place.folder))
        self._file.setText(file_line(place.size))
        self._warning.setVisible(place.synced_by is not None)
        self._caution.setText(sync_warning(place.synced_by or ""))

    @Slot()
    def _on_show_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._path.text()))

    def changeEvent(self, event: QEvent) -> None:
        """The field and the icon follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_path"):
            self._dress()

    def _dress(self) -> None:
        tokens = tokens_of(self)
        self._path.setStyleSheet(field_sheet(tokens))
        self._icon.setPixmap(icon("alert-triangle", tokens.warn, 20, self.devicePixelRatioF()))
