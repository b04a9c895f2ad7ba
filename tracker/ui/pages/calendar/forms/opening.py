"""Which form is meant, and is there anything to ask in it?"""

from tracker.domain.routine import Pause
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Occasion
from tracker.ui.pages.calendar.forms.known_pauses import pauses_at
from tracker.ui.pages.calendar.forms.pause import PauseForm
from tracker.ui.pages.calendar.forms.resume import ResumeForm
from tracker.ui.pages.calendar.forms.shift import ShiftForm
from tracker.ui.pages.calendar.forms.treatment import TreatmentForm
from tracker.ui.pages.calendar.forms.turns import running_at


def form_for(wanted: str, occasion: Occasion, pause: Pause | None = None) -> Form | None:
    """The form that is wanted: "pause", "resume", "treatment", or "shift:" and a step's id.

    None where it would have nothing to ask, since the routine has become another one meanwhile.
    `pause` is the one to resume from, where one was pointed at.
    """
    verb, _colon, step = wanted.partition(":")
    if verb == "resume":
        return ResumeForm(occasion, pause) if pauses_at(occasion) else None
    if verb == "shift":
        return ShiftForm(occasion, step) if running_at(occasion) else None
    if not occasion.steps():
        return None
    return TreatmentForm(occasion) if verb == "treatment" else PauseForm(occasion)
