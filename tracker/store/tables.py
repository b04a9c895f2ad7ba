"""Which tables are there, and what must hold in them whoever writes?

`place` is a row's place in the order in which things were entered; parts (the versions of a
schedule, the members of a group) carry their `owner`'s place and their own. Days are text,
YYYY-MM-DD; instants are text in UTC, to the microsecond. Foreign keys are checked at commit, so
that rows may be written in any order.
"""

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

METADATA: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

INSTANT_SHAPE: Final = "dddd-dd-ddTdd:dd:dd.ddddddZ".replace("d", "[0-9]")
"""SQLite's GLOB of an instant as it is stored."""


def _check(name: str, condition: str) -> CheckConstraint:
    return CheckConstraint(condition, name=name)


def _days(*names: str) -> list[CheckConstraint]:
    """SQLite's own date() gives a real day back unchanged; NULL IS NULL lets an absent one pass."""
    return [_check(f"{name}_is_day", f'"{name}" IS date("{name}")') for name in names]


def _json(name: str, kind: str) -> CheckConstraint:
    condition = f"{name} IS NULL OR (json_valid({name}) AND json_type({name}) = '{kind}')"
    return _check(f"{name}_is_json", condition)


def _flag(name: str) -> CheckConstraint:
    return _check(f"{name}_is_flag", f"{name} IN (0, 1)")


def _range(name: str, least: int, most: int) -> CheckConstraint:
    return _check(f"{name}_in_range", f"{name} BETWEEN {least} AND {most}")


def _place() -> Column[int]:
    return Column("place", Integer, primary_key=True)


def _to_step() -> Column[str]:
    return Column("step", Text, _to("steps.id"), nullable=False)


def _to(target: str) -> ForeignKey:
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def _owner(table: str) -> tuple[Column[int], Column[int], PrimaryKeyConstraint]:
    owner = Column("owner", Integer, _to(f"{table}.place"), nullable=False)
    place = Column("place", Integer, nullable=False)
    return owner, place, PrimaryKeyConstraint("owner", "place")


def _price() -> tuple[Column[str], Column[str], CheckConstraint]:
    whole = "(price_amount IS NULL) = (price_currency IS NULL)"
    return (
        Column("price_amount", Text),
        Column("price_currency", Text),
        _check("price_whole", whole),
    )


Table(
    "settings",
    METADATA,
    _place(),
    Column("key", Text, nullable=False, unique=True),
    Column("value", Text, nullable=False),
    _check("value_is_json", "json_valid(value)"),
)

Table(
    "products",
    METADATA,
    _place(),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("brand", Text),
    *_price(),
    Column("size_ml", Float),
    Column("ml_per_use", Float),
    Column("opened_on", Text),
    Column("period_after_opening_months", Integer),
    Column("expires_on", Text),
    Column("retired_on", Text),
    Column("note", Text),
    *_days("opened_on", "expires_on", "retired_on"),
    _check("size_ml_positive", "size_ml > 0"),
    _check("ml_per_use_positive", "ml_per_use > 0"),
)

Table(
    "steps",
    METADATA,
    _place(),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("start", Text, nullable=False),
    Column("position", Integer),
    Column("product", Text, _to("products.id")),
    Column("end", Text),
    Column("used_before", Integer),
    Column("remind_at", Text),
    Column("note", Text),
    Column("not_after", Text),
    Column("enforce", Text),
    *_days("start", "end"),
    _check("slot_known", "slot IN ('morning', 'evening')"),
    _flag("used_before"),
    _check("remind_at_is_time", "remind_at IS strftime('%H:%M', remind_at)"),
    _json("not_after", "array"),
    _check("enforce_known", "enforce IN ('strict', 'advise', 'off')"),
)

Table(
    "schedule_versions",
    METADATA,
    *_owner("steps"),
    Column("begins", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("not_after", Text),
    Column("enforce", Text),
    *_days("begins"),
    _json("rule", "object"),
    _json("not_after", "array"),
    _check("enforce_known", "enforce IN ('strict', 'advise', 'off')"),
    UniqueConstraint("owner", "begins"),
)

_groups = Table(
    "groups",
    METADATA,
    _place(),
    Column("name", Text, nullable=False),
    Column("begins", Text),
    *_days("begins"),
    UniqueConstraint("name", "begins"),
)
# To the constraint above NULLs are distinct; there is one version of a group without a first day.
Index("ux_groups_name", _groups.c.name, unique=True, sqlite_where=_groups.c.begins.is_(None))

Table("group_members", METADATA, *_owner("groups"), _to_step())

Table(
    "pauses",
    METADATA,
    _place(),
    Column("begins", Text, nullable=False),
    Column("ends", Text),
    Column("all_steps", Integer, nullable=False),
    Column("reason", Text),
    *_days("begins", "ends"),
    _flag("all_steps"),
)

Table("pause_steps", METADATA, *_owner("pauses"), _to_step())

Table(
    "treatments",
    METADATA,
    _place(),
    Column("day", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("rest_days", Integer, nullable=False),
    Column("all_steps", Integer, nullable=False),
    Column("clinic", Text),
    *_price(),
    Column("note", Text),
    *_days("day"),
    _check("rest_days_positive", "rest_days >= 0"),
    _flag("all_steps"),
)

Table("treatment_steps", METADATA, *_owner("treatments"), _to_step())

Table(
    "entries",
    METADATA,
    _place(),
    Column("day", Text, nullable=False),
    _to_step(),
    Column("do", Text, nullable=False),
    Column("at", Text),
    Column("offset_minutes", Integer),
    Column("product", Text, _to("products.id")),
    Column("reason", Text),
    Column("anyway", Integer, nullable=False),
    *_days("day"),
    _check("do_known", "do IN ('tick', 'skip')"),
    _check("at_is_instant", f"at GLOB '{INSTANT_SHAPE}'"),
    _range("offset_minutes", -1440, 1440),
    _flag("anyway"),
    UniqueConstraint("step", "day"),
    # Each holds all that the rules read of the log: of some days, and of all of them.
    Index(None, "day", "step", "do"),
    Index(None, "step", "do", "day"),
)

Table(
    "ratings",
    METADATA,
    _place(),
    Column("day", Text, nullable=False, unique=True),
    Column("overall", Integer),
    Column("oiliness", Integer),
    Column("pores", Integer),
    Column("breakouts", Integer),
    Column("redness", Integer),
    Column("dryness", Integer),
    Column("note", Text),
    *_days("day"),
    _range("overall", 1, 10),
    *(_range(f, 0, 4) for f in ("oiliness", "pores", "breakouts", "redness", "dryness")),
)

Table(
    "questions",
    METADATA,
    _place(),
    _to_step(),
    Column("facet", Text, nullable=False),
    Column("hope", Text, nullable=False),
    Column("asked_on", Text, nullable=False),
    Column("ended_on", Text),
    *_days("asked_on", "ended_on"),
    UniqueConstraint("step", "facet", "asked_on"),
)

Table(
    "photos",
    METADATA,
    _place(),
    Column("day", Text, nullable=False),
    Column("angle", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("note", Text),
    *_days("day"),
)

JOURNAL: Final = Table(
    "journal",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("kinds", Text, nullable=False),
    Column("first", Text),
    Column("last", Text),
    Column("undone", Integer, nullable=False),
    _check("at_is_instant", f"at GLOB '{INSTANT_SHAPE}'"),
    _json("facts", "object"),
    _json("kinds", "array"),
    *_days("first", "last"),
    _flag("undone"),
)

MOVES: Final = Table(
    "journal_moves",
    METADATA,
    Column("action", Integer, ForeignKey("journal.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    PrimaryKeyConstraint("action", "kind", "place"),
    _json("before", "object"),
    _json("after", "object"),
    _check("moves", "before IS NOT after"),
)

VERSION: Final = Table(
    "alembic_version",
    # Alembic makes and keeps this table; it is no part of what our revisions describe.
    MetaData(),
    Column("version_num", Text),
)
