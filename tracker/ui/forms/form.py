"""What does every form do: suppose, say what would happen, agree or leave?"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from tracker.ui.forms.effect import Effect
from tracker.ui.forms.occasion import Intent, Occasion, Span
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.card import TitledCard
from tracker.ui.widgets.field import Fault, Field
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.fold import Fold
from tracker.words.form import cancel


class Form(TitledCard):
    """Fields, what would happen, and a button that does it. Enter agrees, Esc leaves.

    A subclass adds its fields and says by `intent` what their values come to.
    """

    supposed = Signal(object)
    """A `Supposing` whenever other values stand here; None while they come to nothing."""
    agreed = Signal(object)
    """An `Act`: what was supposed is to be done."""
    left = Signal()
    """Nothing is to be done."""

    def __init__(self, occasion: Occasion, title: str, agree: str) -> None:
        super().__init__(title)
        self.occasion = occasion
        self.effect = Effect()
        self.fault = Fault()
        self.agree = Button(agree, "primary")
        self.leave = Button(cancel())
        self._faults: dict[Field, str] = {}
        self._fields: list[Field] = []
        self.closing = QWidget()
        """What would happen, and the buttons: whoever shows the form may let it stand elsewhere."""
        self._is_asked_for = False
        self._is_given = False
        self._is_begun = False
        self._is_touched = False
        self.span: Span | None = None
        """The days of what was supposed last."""
        self._what: object = None
        self._begun: object = None
        self._body = QVBoxLayout()
        self._body.setSpacing(14)
        self._lay_out()
        self.agree.clicked.connect(self._on_agreed)
        self.leave.clicked.connect(self.left)

    def _lay_out(self) -> None:
        buttons = Flow()
        buttons.addWidget(self.agree)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self.closing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.effect)
        column.addWidget(self.fault)
        column.addLayout(buttons)
        self.column.setSpacing(14)
        self.column.addLayout(self._body)
        self.column.addWidget(self.closing)

    def add(self, field: Field) -> Field:
        """Add a field below the others."""
        self._fields.append(field)
        self._body.addWidget(field)
        return field

    def add_folded(self, link: str, *fields: Field) -> None:
        """Add fields that few people need; the link opens them."""
        self._fields.extend(fields)
        self._body.addWidget(Fold(link, *fields))

    def begin(self) -> None:
        """Suppose what stands here from the beginning, once it can be heard."""
        self._put_buttons_last()
        self._is_begun = True
        self._suppose(self._intent())
        self._begun = self._what
        self.take_focus()

    def has_changed(self) -> bool:
        """Whether other values stand here than at the beginning; what comes to nothing counts too.

        A day that is still being typed is heard here, and nothing is shown.
        """
        intent = self._read()
        what = None if intent is None else intent.what
        return self._begun != what or (what is None and self._is_touched)

    def _put_buttons_last(self) -> None:
        """Tab comes to the buttons after the fields, although they were there before them."""
        # Not along the chain of focus: whoever asks a widget for the next one in it makes that one
        # depend on it, and lose its C++ half when it goes.
        tab = Qt.FocusPolicy.TabFocus
        stops = [one for one in self.findChildren(QWidget) if one.focusPolicy() & tab]
        fields = [one for one in stops if one not in (self.agree, self.leave)]
        QWidget.setTabOrder(fields[-1], self.agree)
        QWidget.setTabOrder(self.agree, self.leave)

    def take_focus(self) -> None:
        """Let the keyboard begin at the first field."""
        raise NotImplementedError

    def intent(self) -> Intent | None:
        """What the values come to; each that is `wrong` or `missing` is told before."""
        raise NotImplementedError

    def wrong(self, field: Field, fault: str) -> None:
        """What stands in a field cannot be."""
        self._faults.setdefault(field, fault)

    def missing(self, field: Field, fault: str) -> None:
        """Something has to stand in a field; said once the person wants to go on without it."""
        self._faults.setdefault(field, fault if self._is_asked_for else "")

    def show_effect(self, effect: str) -> None:
        """Say what becomes of the plan, in words, for what was supposed last."""
        self.effect.show_lines(self.effect.said.text(), effect)
        self._speak()

    def show_fault(self, fault: str) -> None:
        """Say why what was supposed or agreed to cannot be."""
        self._is_given = False
        self.fault.say(fault)
        self.effect.show_lines("", "")

    @Slot()
    def refresh(self) -> None:
        """Other values stand here, or may."""
        intent = self._intent()
        self._is_touched = self._is_begun
        if self._is_begun and self._what != (None if intent is None else intent.what):
            self._suppose(intent)

    def _suppose(self, intent: Intent | None) -> None:
        """Say what would happen; what becomes of the plan is known a little later."""
        self._what = None if intent is None else intent.what
        self.span = None if intent is None else intent.span
        self.fault.say("")
        effect = self.effect.effect.text()
        self.effect.show_lines(*("", "") if intent is None else (intent.said, effect))
        self._speak()
        self.supposed.emit(None if intent is None else intent.supposing)

    def _intent(self) -> Intent | None:
        """What the values come to; what is wrong with one is said at its field."""
        intent = self._read()
        for field in self._fields:
            field.say(self._faults.get(field, ""))
        return intent

    def _read(self) -> Intent | None:
        self._faults = {}
        intent = self.intent()
        return None if self._faults else intent

    def _speak(self) -> None:
        """Have a screen reader say with the button what it would do."""
        lines = (self.effect.said.text(), self.effect.effect.text())
        self.agree.setAccessibleDescription(" ".join(line for line in lines if line))

    @Slot()
    def _on_agreed(self) -> None:
        self._is_asked_for = True
        intent = self._intent()
        if intent is None:
            self.refresh()
            self._go_to_fault()
        elif not self._is_given:
            self._is_given = True
            self.fault.say("")
            self.agreed.emit(intent.act)

    def _go_to_fault(self) -> None:
        """Let the keyboard go on where something is wrong."""
        for field in self._fields:
            if field in self._faults:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                _scroll_to(field)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Enter agrees, wherever the keyboard is but on a button."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._on_agreed()
        else:
            super().keyPressEvent(event)


def _scroll_to(field: QWidget) -> None:
    """Bring a field into sight, wherever the form stands in something that scrolls."""
    around = field.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(field)
