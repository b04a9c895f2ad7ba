"""Where in the file of another program does something stand?"""

from tracker.words.language import _


def row_place(row: int, part: str = "") -> str:
    """A row by its number, in a part of the file that has several: "row 17"."""
    if part:
        return _("{part}, row {number}").format(part=part, number=row)
    return _("row {number}").format(number=row)


def cell_place(row: int, column: str, part: str = "") -> str:
    """A cell by its row and the number or name of its column."""
    place = row_place(row, part)
    return _("{row}, column {column}").format(row=place, column=column)
