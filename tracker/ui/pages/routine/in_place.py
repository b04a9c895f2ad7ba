"""Which editor or form stands in the list's place, and what becomes of what it asks for?"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from tracker.actions.edit import StepDraft, draft_of
from tracker.actions.take_back import take_back
from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import Group, Routine, StepId
from tracker.ui.desk import Desk
from tracker.ui.forms.asking import Asking
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Occasion
from tracker.ui.held import Written
from tracker.ui.pages.routine.adding import Adding
from tracker.ui.pages.routine.editor import StepEditor
from tracker.ui.pages.routine.foreseeing import Foreseeing
from tracker.ui.pages.routine.group_form import GroupForm
from tracker.ui.pages.routine.leaving import Leaving
from tracker.ui.pages.routine.page import RoutinePage
from tracker.ui.pages.routine.retire_form import RetireForm
from tracker.ui.pages.routine.wanted import Wanted
from tracker.words.errors import error_line


class InPlace(QObject):
    """Opens what is wanted, one at a time, and does what was agreed to."""

    sought = Signal()
    """As in `Leaving`."""

    def __init__(self, page: RoutinePage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._go_back: Callable[[], None] = page.take_focus
        self._leaving = Leaving(page)
        self._leaving.sought.connect(self.sought)
        page.step_wanted.connect(self.open_step)
        page.adding_wanted.connect(self._on_adding_wanted)
        page.group_wanted.connect(self._on_group_wanted)

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
        editor.wished.connect(self._leaving.keep)
        foreseeing.foreseen.connect(editor.show_foreseen)
        editor.agreed.connect(self._on_agreed)
        editor.left.connect(self._leaving.leave)
        editor.retire_wanted.connect(self._on_retire_wanted)
        editor.version_wanted.connect(self._on_version_wanted)
        editor.taken_back.connect(self._on_taken_back)
        self._page.show_form(editor, scrolls=True)
        self._leaving.watch(editor.has_changed, self._on_ended)
        editor.begin()

    @Slot()
    def _on_adding_wanted(self) -> None:
        try:
            adding = Adding()
        except BadInput as error:
            self._desk.failed.emit(error)  # someone has made a mistake in the file of ready steps
            return
        adding.chosen.connect(self._on_ready_chosen)
        adding.left.connect(self._leaving.leave)
        self._page.show_form(adding)
        self._leaving.watch(None, self._on_ended)
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
        self._leaving.go(partial(self._retire, step))

    def _retire(self, step: StepId) -> None:
        """A step that was taken away meanwhile is none to retire."""
        occasion = self._occasion()
        if occasion is not None and _is_there(step, occasion.routine):
            self._open(RetireForm(occasion, occasion.routine.step(step)))

    @Slot(object)
    def _on_version_wanted(self, begins: Day) -> None:
        """Another version of the step that stands in the editor."""
        form, seen = self._page.form, self._page.seen
        step = form.step_id if isinstance(form, StepEditor) else None
        if step is not None and seen is not None and _is_there(step, seen.routine):
            draft = draft_of(seen.routine.step(step), begins)._replace(replaces=begins)
            self._leaving.go(partial(self._edit, draft))

    @Slot(object)
    def _on_taken_back(self, begins: Day) -> None:
        form = self._page.form
        if isinstance(form, StepEditor) and form.step_id is not None:
            act = partial(take_back, clock=self._desk.clock, step_id=form.step_id, begins=begins)
            answer = partial(self._on_written, form)
            self._leaving.go(partial(self._desk.write, act, answer))

    def follow(self, routine: Routine) -> None:
        """Leave what speaks of a step that another action took out of the routine."""
        form = self._page.form
        named: set[StepId | None] = set()
        if isinstance(form, GroupForm):
            named = {one.id for one in form.occasion.steps()}
        elif isinstance(form, StepEditor | RetireForm):
            named = {form.step_id} - {None}
        if named - {one.id for one in routine.steps}:
            self._on_ended()

    def _occasion(self) -> Occasion | None:
        seen = self._page.seen
        if seen is None:
            return None
        return Occasion(seen.routine, seen.today, seen.today, self._desk.clock)

    def _open(self, form: Form) -> None:
        asking = Asking(form, self._desk, is_kept=True)
        asking.ended.connect(self._on_ended)
        form.left.connect(self._leaving.leave)
        form.supposed.connect(self._leaving.keep)
        form.column.addStretch(1)
        self._page.show_form(form, below=form.closing)
        self._leaving.watch(form.has_changed, asking.end)
        form.begin()

    @Slot(object)
    def _on_agreed(self, wanted: Wanted) -> None:
        form = self._page.form
        if isinstance(form, StepEditor):
            self._desk.write(wanted.act(self._desk.clock), partial(self._on_written, form))

    def _on_written(self, editor: StepEditor, written: Written) -> None:
        """What stands in the editor is kept for another try."""
        if editor is not self._page.form:
            return
        if written.error is None:
            if editor.step_id is None and written.change is not None:
                self._go_back = partial(self._page.take_focus, written.change.facts["step"])
            self._on_ended()
        else:
            editor.show_fault(error_line(written.error))

    @Slot()
    def _on_ended(self) -> None:
        """The list stands in its place again, and the keyboard where it came from.

        What was agreed to in what stood there is done all the same, and told of no more.
        """
        self._page.show_form(None)
        self._leaving.watch(None, None)
        self._go_back()


def _is_there(step: StepId, routine: Routine) -> bool:
    return any(one.id == step for one in routine.steps)
