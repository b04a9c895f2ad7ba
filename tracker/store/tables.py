"""Which tables are there, and what must hold in them whoever writes?

`place` is a row's place in the order in which things were entered; parts (the versions of a
schedule, the members of a group) carry their `owner`'s place and their own. Days are text,
YYYY-MM-DD; instants are text in UTC, to the microsecond. Foreign keys are checked at commit, so
that rows may be written in any order.
"""

from typing import Final

from sqlalchemy import (
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

from tracker.store.columns import (
    are_days,
    check,
    in_range,
    is_flag,
    is_instant,
    is_json,
    owner,
    place,
    price,
    reference,
    step,
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

Table(
    "settings",
    METADATA,
    place(),
    Column("key", Text, nullable=False, unique=True),
    Column("value", Text, nullable=False),
    check("value_is_json", "json_valid(value)"),
)

Table(
    "products",
    METADATA,
    place(),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("brand", Text),
    *price(),
    Column("size_ml", Float),
    Column("ml_per_use", Float),
    Column("opened_on", Text),
    Column("period_after_opening_months", Integer),
    Column("expires_on", Text),
    Column("retired_on", Text),
    Column("note", Text),
    *are_days("opened_on", "expires_on", "retired_on"),
    check("size_ml_positive", "size_ml > 0"),
    check("ml_per_use_positive", "ml_per_use > 0"),
)

Table(
    "steps",
    METADATA,
    place(),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("start", Text, nullable=False),
    Column("position", Integer),
    Column("product", Text, reference("products.id")),
    Column("end", Text),
    Column("used_before", Integer),
    Column("remind_at", Text),
    Column("note", Text),
    Column("not_after", Text),
    Column("enforce", Text),
    *are_days("start", "end"),
    check("slot_known", "slot IN ('morning', 'evening')"),
    is_flag("used_before"),
    check("remind_at_is_time", "remind_at IS strftime('%H:%M', remind_at)"),
    is_json("not_after", "array"),
    check("enforce_known", "enforce IN ('strict', 'advise', 'off')"),
)

Table(
    "schedule_versions",
    METADATA,
    *owner("steps"),
    Column("begins", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("not_after", Text),
    Column("enforce", Text),
    *are_days("begins"),
    is_json("rule", "object"),
    is_json("not_after", "array"),
    check("enforce_known", "enforce IN ('strict', 'advise', 'off')"),
    UniqueConstraint("owner", "begins"),
)

_groups = Table(
    "groups",
    METADATA,
    place(),
    Column("name", Text, nullable=False),
    Column("begins", Text),
    *are_days("begins"),
    UniqueConstraint("name", "begins"),
)
# To the constraint above NULLs are distinct; there is one version of a group without a first day.
Index("ux_groups_name", _groups.c.name, unique=True, sqlite_where=_groups.c.begins.is_(None))

Table("group_members", METADATA, *owner("groups"), step())

Table(
    "pauses",
    METADATA,
    place(),
    Column("begins", Text, nullable=False),
    Column("ends", Text),
    Column("all_steps", Integer, nullable=False),
    Column("reason", Text),
    *are_days("begins", "ends"),
    is_flag("all_steps"),
)

Table("pause_steps", METADATA, *owner("pauses"), step())

Table(
    "treatments",
    METADATA,
    place(),
    Column("day", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("rest_days", Integer, nullable=False),
    Column("all_steps", Integer, nullable=False),
    Column("clinic", Text),
    *price(),
    Column("note", Text),
    *are_days("day"),
    check("rest_days_positive", "rest_days >= 0"),
    is_flag("all_steps"),
)

Table("treatment_steps", METADATA, *owner("treatments"), step())

Table(
    "entries",
    METADATA,
    place(),
    Column("day", Text, nullable=False),
    step(),
    Column("do", Text, nullable=False),
    Column("at", Text),
    Column("offset_minutes", Integer),
    Column("product", Text, reference("products.id")),
    Column("reason", Text),
    Column("anyway", Integer, nullable=False),
    *are_days("day"),
    check("do_known", "do IN ('tick', 'skip')"),
    is_instant("at"),
    in_range("offset_minutes", -1440, 1440),
    is_flag("anyway"),
    UniqueConstraint("step", "day"),
    # Each holds all that the rules read of the log: of some days, and of all of them.
    Index(None, "day", "step", "do"),
    Index(None, "step", "do", "day"),
)

Table(
    "ratings",
    METADATA,
    place(),
    Column("day", Text, nullable=False, unique=True),
    Column("overall", Integer),
    Column("oiliness", Integer),
    Column("pores", Integer),
    Column("breakouts", Integer),
    Column("redness", Integer),
    Column("dryness", Integer),
    Column("note", Text),
    *are_days("day"),
    in_range("overall", 1, 10),
    *(in_range(f, 0, 4) for f in ("oiliness", "pores", "breakouts", "redness", "dryness")),
)

Table(
    "questions",
    METADATA,
    place(),
    step(),
    Column("facet", Text, nullable=False),
    Column("hope", Text, nullable=False),
    Column("asked_on", Text, nullable=False),
    Column("ended_on", Text),
    *are_days("asked_on", "ended_on"),
    UniqueConstraint("step", "facet", "asked_on"),
)

Table(
    "photos",
    METADATA,
    place(),
    Column("day", Text, nullable=False),
    Column("angle", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("note", Text),
    *are_days("day"),
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
    is_instant("at"),
    is_json("facts", "object"),
    is_json("kinds", "array"),
    *are_days("first", "last"),
    is_flag("undone"),
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
    is_json("before", "object"),
    is_json("after", "object"),
    check("moves", "before IS NOT after"),
)

VERSION: Final = Table(
    "alembic_version",
    # Alembic makes and keeps this table; it is no part of what our revisions describe.
    MetaData(),
    Column("version_num", Text),
)
