"""How are the questions that a person asks and the photos they keep stored?"""

from typing import Final, get_args

from tracker.domain.outside import Outside
from tracker.domain.product import Facet, Photo, Question
from tracker.store.mapping.cells import day_text, maybe, named, text
from tracker.store.mapping.shape import Shape, Stored

_FACETS: Final[tuple[Facet, ...]] = get_args(Facet)


class Questions(Shape[Question]):
    """A question, known by its step, its facet and the day on which it was asked."""

    kind = "question"
    listed = "tests"
    table = "questions"
    columns = ("step", "facet", "hope", "asked_on", "ended_on")
    same = ("step", "facet", "asked_on")
    lookup = "step"

    def write(self, record: Question) -> Stored:
        """The question as it is stored."""
        row = (
            record.step,
            record.facet,
            record.hope,
            day_text(record.asked_on),
            day_text(record.ended_on),
        )
        return Stored(row)

    def read(self, stored: Stored) -> Question:
        """The question that is stored."""
        row = named(self.columns, stored.row, f"{self.listed}[{stored.row[0]}]")
        return Question(
            step=text(row.key("step")),
            facet=row.key("facet").one_of(_FACETS),
            hope=text(row.key("hope")),
            asked_on=row.key("asked_on").day(),
            ended_on=maybe(Outside.day, row.maybe("ended_on")),
        )


class Photos(Shape[Photo]):
    """A photo; its picture is a file of its own."""

    kind = "photo"
    listed = "photos"
    table = "photos"
    columns = ("day", "angle", "file", "note")
    lookup = "day"

    def write(self, record: Photo) -> Stored:
        """The photo as it is stored."""
        return Stored((day_text(record.day), record.angle, record.file, record.note))

    def read(self, stored: Stored) -> Photo:
        """The photo that is stored."""
        row = named(self.columns, stored.row, f"{self.listed}[{stored.row[0]}]")
        return Photo(
            day=row.key("day").day(),
            angle=text(row.key("angle")),
            file=text(row.key("file")),
            note=maybe(text, row.maybe("note")),
        )


QUESTIONS: Final = Questions()
PHOTOS: Final = Photos()
