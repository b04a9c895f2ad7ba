"""Which columns and checks come back in one table after another?"""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, PrimaryKeyConstraint, Text

_INSTANT: Final = "dddd-dd-ddTdd:dd:dd.ddddddZ".replace("d", "[0-9]")


def check(name: str, condition: str) -> CheckConstraint:
    """A condition that each row must meet, or leave open by a NULL."""
    return CheckConstraint(condition, name=name)


def are_days(*names: str) -> list[CheckConstraint]:
    """Each is a day, YYYY-MM-DD, or absent.

    SQLite's own date() gives a real day back unchanged; NULL IS NULL lets an absent one pass.
    """
    return [check(f"{name}_is_day", f'"{name}" IS date("{name}")') for name in names]


def is_instant(name: str) -> CheckConstraint:
    """An instant in UTC, to the microsecond."""
    return check(f"{name}_is_instant", f"{name} GLOB '{_INSTANT}'")


def is_json(name: str, kind: str) -> CheckConstraint:
    """JSON of a kind, "object" or "array"; absent is fine."""
    condition = f"{name} IS NULL OR (json_valid({name}) AND json_type({name}) = '{kind}')"
    return check(f"{name}_is_json", condition)


def is_flag(name: str) -> CheckConstraint:
    """1 or 0."""
    return check(f"{name}_is_flag", f"{name} IN (0, 1)")


def in_range(name: str, least: int, most: int) -> CheckConstraint:
    """A number from `least` to `most`."""
    return check(f"{name}_in_range", f"{name} BETWEEN {least} AND {most}")


def place() -> Column[int]:
    """The place in the order in which things were entered; SQLite's own row number."""
    return Column("place", Integer, primary_key=True)


def reference(target: str) -> ForeignKey:
    """A reference that is checked at commit."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def step() -> Column[str]:
    """The id of a step that is there."""
    return Column("step", Text, reference("steps.id"), nullable=False)


def owner(table: str) -> tuple[Column[int], Column[int], PrimaryKeyConstraint]:
    """The place of the row whose part this is, and the part's place among its parts."""
    return (
        Column("owner", Integer, reference(f"{table}.place"), nullable=False),
        Column("place", Integer, nullable=False),
        PrimaryKeyConstraint("owner", "place"),
    )


def price() -> tuple[Column[str], Column[str], CheckConstraint]:
    """An amount and its currency, both or neither."""
    return (
        Column("price_amount", Text),
        Column("price_currency", Text),
        check("price_whole", "(price_amount IS NULL) = (price_currency IS NULL)"),
    )
