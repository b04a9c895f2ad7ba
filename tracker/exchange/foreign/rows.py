"""What are the rows of a table that a stranger wrote, read within a bounded size?"""

import csv
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from tracker.domain.errors import BadInput
from tracker.domain.outside import NOTE_LENGTH
from tracker.words.foreign_place import cell_place, row_place

MOST_ROWS: Final = 250_000
"""How many rows a table may have, also such as say that nothing was done."""
MOST_COLUMNS: Final = 1000
LONGEST_LINE: Final = 1024 * 1024
"""How many bytes a line may have."""
_DELIMITERS: Final = ",;\t"


class Row(NamedTuple):
    """A row's number, as a spreadsheet counts, and its cells."""

    number: int
    cells: list[str]


def read_rows(stream: BinaryIO, part: str = "") -> Iterator[Row]:
    """The rows of a table in UTF-8, the first with the header; `part` names the file in errors.

    Raises `BadInput` with the row for what is no text, too long, or too much.
    """
    lines = _Lines(stream, part)
    first = next(lines, "")
    if not first.strip():
        raise BadInput("no_rows")
    yield from _rows(lines.again(first), _delimiter(first))


def read_comma_rows(stream: BinaryIO, part: str) -> Iterator[Row]:
    """The same of a table that is known to have commas, and may have no rows at all."""
    yield from _rows(_Lines(stream, part), ",")


def _rows(lines: "_Lines", delimiter: str) -> Iterator[Row]:
    part = lines.part
    table = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.row += 1
        try:
            cells = next(table, None)
        except csv.Error as error:
            raise BadInput("not_a_row", where=row_place(lines.row, part)) from error
        if cells is None:
            return
        if lines.row > MOST_ROWS:
            raise BadInput("too_many_rows", where=row_place(lines.row, part), most=MOST_ROWS)
        _check(cells, lines.row, part)
        yield Row(lines.row, cells)


class _Lines:
    """The lines of a stream as text; `row` is the row of the `part` that is being read."""

    def __init__(self, stream: BinaryIO, part: str) -> None:
        self.row = 0
        self._stream = stream
        self.part = part
        self._coding = "utf-8-sig"
        self._again: list[str] = []

    def again(self, line: str) -> "_Lines":
        """The lines with this one, which was read already, in front."""
        self._again = [line]
        return self

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self._again:
            return self._again.pop()
        line = self._stream.readline(LONGEST_LINE + 1)
        if not line:
            raise StopIteration
        where = row_place(max(self.row, 1), self.part)
        if len(line) > LONGEST_LINE:
            raise BadInput("text_too_long", where=where, got=len(line), longest=LONGEST_LINE)
        try:
            text = line.decode(self._coding)
        except UnicodeDecodeError as error:
            raise BadInput("row_not_utf8", where=where) from error
        self._coding = "utf-8"
        return text


def _delimiter(header: str) -> str:
    """What stands between the cells: whichever of them the header has most of."""
    return max(_DELIMITERS, key=header.count)


def _check(cells: list[str], row: int, part: str) -> None:
    """Raise `BadInput` for a cell that cannot be text of ours, or too many of them."""
    if len(cells) > MOST_COLUMNS:
        where = row_place(row, part)
        raise BadInput("too_many_columns", where=where, got=len(cells), most=MOST_COLUMNS)
    for place, cell in enumerate(cells, 1):
        if len(cell) > NOTE_LENGTH:
            where = cell_place(row, str(place), part)
            raise BadInput("text_too_long", where=where, got=len(cell), longest=NOTE_LENGTH)
        if "\0" in cell:
            raise BadInput("text_not_storable", where=cell_place(row, str(place), part))
