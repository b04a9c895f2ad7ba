"""How does each kind of record become rows, and rows the record again?

One shape a record kind, found by the type of the record; used by the path through SQLAlchemy and
by the undo journal. The first look needs few of them and imports those alone.
"""

from typing import Final, TypeVar, cast

from tracker.actions.change import RecordKind
from tracker.domain.diary import Record
from tracker.domain.log import Entry, Rating
from tracker.domain.product import Photo, Product, Question
from tracker.domain.routine import Group, Pause, Step, Treatment
from tracker.domain.settings import Setting
from tracker.store.mapping.groups import GROUPS
from tracker.store.mapping.log import ENTRIES, RATINGS
from tracker.store.mapping.products import PRODUCTS
from tracker.store.mapping.questions import PHOTOS, QUESTIONS
from tracker.store.mapping.rests import PAUSES, TREATMENTS
from tracker.store.mapping.settings import SETTINGS
from tracker.store.mapping.shape import Form, Shape, Stored
from tracker.store.mapping.steps import STEPS

R = TypeVar("R", bound=Record)

_SHAPES: Final[dict[type[tuple[object, ...]], Form]] = {
    Setting: SETTINGS,
    Product: PRODUCTS,
    Step: STEPS,
    Group: GROUPS,
    Pause: PAUSES,
    Treatment: TREATMENTS,
    Entry: ENTRIES,
    Rating: RATINGS,
    Question: QUESTIONS,
    Photo: PHOTOS,
}

FORMS: Final[dict[RecordKind, Form]] = {form.kind: form for form in _SHAPES.values()}
"""In which form each kind of record is stored."""


def written(record: R) -> tuple[Form, Stored]:
    """The form of a record's kind, and the record as it is stored.

    It is read back first: what could not be read later is never written. Raises `BadInput`.
    """
    shape = cast("Shape[R]", _SHAPES[type(record)])
    stored = shape.write(record)
    shape.read(stored)
    return shape, stored
