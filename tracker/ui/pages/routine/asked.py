"""Which editor or form stands in the list's place, and what becomes of what it asks for?"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from tracker.actions.change import Change
from tracker.actions.edit import StepDraft, draft_of
from tracker.actions.ports import Store
from tracker.domain.errors import BadInput, TrackerError
from tracker.domain.routine import Group, Routine, StepId
from tracker.ui.desk import Desk
from tracker.ui.forms.asking import Asking
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Occasion
from tracker.ui.held import Act
from tracker.ui.pages.routine.adding import Adding
from tracker.ui.pages.routine.editor import StepEditor
from tracker.ui.pages.routine.foreseeing import Foreseeing
from tracker.ui.pages.routine.group_form import GroupForm
from tracker.ui.pages.routine.page import RoutinePage
from tracker.ui.pages.routine.retire_form import RetireForm
from tracker.ui.pages.routine.wanted import Wanted
from tracker.words.errors import error_line


class _Try:
    """One go at what was agreed to, which knows whether it was done."""

    def __init__(self, act: Act, editor: StepEditor) -> None:
        self._act, self.editor = act, editor
        self.is_done = False

    def __call__(self, store: Store) -> Change | None:
        """Do it, on the store's thread."""
        change = self._act(store)
        self.is_done = True
        return change


class Asked(QObject):
    """Opens what is wanted, one at a time, and does what was agreed to."""

    def __init__(self, page: RoutinePage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._go_back: Callable[[], None] = page.take_focus
        self._try: _Try | None = None
        self._failure: TrackerError | None = None
        page.step_wanted.connect(self.open_step)
        page.adding_wanted.connect(self._on_adding_wanted)
        page.group_wanted.connect(self._on_group_wanted)
        desk.failed.connect(self._on_failed)

    @Slot(str)
    def open_step(self, step: str) -> None:
        """Let a step be changed; what stands there now is left."""
        seen = self._page.seen
        if seen is not None and _is_there(step, seen.routine):
            self._go_back = partial(self._page.take_focus, step)
            self._edit(draft_of(seen.routine.step(step), seen.today))

    def _edit(self, draft: StepDraft) -> None:
        seen = self._page.seen
        if seen is None:
            return
        editor = StepEditor(draft, seen)
        foreseeing = Foreseeing(self._desk, editor)
        editor.wished.connect(partial(foreseeing.look, today=seen.today))
        foreseeing.foreseen.connect(editor.show_foreseen)
        editor.agreed.connect(self._on_agreed)
        editor.left.connect(self._on_ended)
        editor.retire_wanted.connect(self._on_retire_wanted)
        self._show(editor)
        editor.begin()

    @Slot()
    def _on_adding_wanted(self) -> None:
        try:
            adding = Adding()
        except BadInput as error:
            self._desk.failed.emit(error)  # someone has made a mistake in the file of ready steps
            return
        adding.chosen.connect(self._on_ready_chosen)
        adding.left.connect(self._on_ended)
        self._show(adding)
        adding.take_focus()

    @Slot(object)
    def _on_ready_chosen(self, draft: StepDraft) -> None:
        self._go_back = self._page.take_focus
        self._edit(draft)

    @Slot(object)
    def _on_group_wanted(self, group: Group | None) -> None:
        occasion = self._occasion()
        if occasion is not None:
            name = None if group is None else group.name
            self._go_back = partial(self._page.focus_group, name)
            self._open(GroupForm(occasion, group))

    @Slot(str)
    def _on_retire_wanted(self, step: str) -> None:
        """A step that was taken away meanwhile is none to retire."""
        occasion = self._occasion()
        if occasion is not None and _is_there(step, occasion.routine):
            self._open(RetireForm(occasion, occasion.routine.step(step)))

    def follow(self, routine: Routine) -> None:
        """Leave what changes a step that another action took out of the routine."""
        form = self._page.form
        step = form.step_id if isinstance(form, StepEditor | RetireForm) else None
        if step is not None and not _is_there(step, routine):
            self._on_ended()

    def _occasion(self) -> Occasion | None:
        seen = self._page.seen
        if seen is None:
            return None
        return Occasion(seen.routine, seen.today, seen.today, self._desk.clock)

    def _open(self, form: Form) -> None:
        Asking(form, self._desk).ended.connect(self._on_ended)
        form.column.addStretch(1)
        self._show(form)
        form.begin()

    def _show(self, form: QWidget | None) -> None:
        """What was agreed to in what stood there is done all the same, and told of no more."""
        self._try = None
        self._page.show_form(form)

    @Slot(object)
    def _on_agreed(self, wanted: Wanted) -> None:
        """What is read after it is answered after it."""
        form = self._page.form
        if isinstance(form, StepEditor):
            self._try = _Try(wanted.act(self._desk.clock), form)
            self._desk.write(self._try)
            self._desk.aside(_nothing, partial(self._on_tried, self._try))

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """Whether it is the try that failed is known when that is answered."""
        self._failure = error

    def _on_tried(self, tried: _Try, answer: None) -> None:
        """What stands in the editor is kept for another try; only the last try is told of."""
        del answer
        if tried is not self._try:
            return
        if tried.is_done:
            self._on_ended()
        elif self._failure is not None:
            tried.editor.show_fault(error_line(self._failure))
            self._try = None

    @Slot()
    def _on_ended(self) -> None:
        """The list stands in its place again, and the keyboard where it came from."""
        self._show(None)
        self._go_back()


def _is_there(step: StepId, routine: Routine) -> bool:
    return any(one.id == step for one in routine.steps)


def _nothing() -> None:
    """What is answered once all that was given before is done."""
