"""What does the first look ask SQLite? Written by `first_look_sql`."""

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "revision": (
        """
        SELECT alembic_version.version_num FROM alembic_version
        """,
        (),
    ),
    "settings": (
        """
        SELECT settings.place, settings."key", settings.value FROM settings ORDER BY
        settings.place
        """,
        (),
    ),
    "steps": (
        """
        SELECT steps.place, steps.id, steps.name, steps.kind, steps.slot, steps.start,
        steps.position, steps.product, steps."end", steps.used_before, steps.remind_at,
        steps.note, steps.not_after, steps.enforce FROM steps ORDER BY steps.place
        """,
        (),
    ),
    "schedule_versions": (
        """
        SELECT schedule_versions.owner, schedule_versions.place, schedule_versions.begins,
        schedule_versions.rule, schedule_versions.not_after, schedule_versions.enforce FROM
        schedule_versions ORDER BY schedule_versions.owner, schedule_versions.place
        """,
        (),
    ),
    "groups": (
        """
        SELECT groups.place, groups.name, groups.begins FROM groups ORDER BY groups.place
        """,
        (),
    ),
    "group_members": (
        """
        SELECT group_members.owner, group_members.place, group_members.step FROM group_members
        ORDER BY group_members.owner, group_members.place
        """,
        (),
    ),
    "pauses": (
        """
        SELECT pauses.place, pauses.begins, pauses.ends, pauses.all_steps, pauses.reason FROM
        pauses ORDER BY pauses.place
        """,
        (),
    ),
    "pause_steps": (
        """
        SELECT pause_steps.owner, pause_steps.place, pause_steps.step FROM pause_steps ORDER BY
        pause_steps.owner, pause_steps.place
        """,
        (),
    ),
    "treatments": (
        """
        SELECT treatments.place, treatments.day, treatments.name, treatments.rest_days,
        treatments.all_steps, treatments.clinic, treatments.price_amount,
        treatments.price_currency, treatments.note FROM treatments ORDER BY treatments.place
        """,
        (),
    ),
    "treatment_steps": (
        """
        SELECT treatment_steps.owner, treatment_steps.place, treatment_steps.step FROM
        treatment_steps ORDER BY treatment_steps.owner, treatment_steps.place
        """,
        (),
    ),
    "log": (
        """
        SELECT entries.step, entries.do, group_concat(entries.day) AS group_concat_1 FROM
        entries GROUP BY entries.step, entries.do
        """,
        (),
    ),
    "log_between": (
        """
        SELECT entries.step, entries.do, entries.day FROM entries WHERE entries.day BETWEEN ?
        AND ?
        """,
        ("first", "last"),
    ),
    "entries_between": (
        """
        SELECT entries.place, entries.day, entries.step, entries.do, entries.at,
        entries.offset_minutes, entries.product, entries.reason, entries.anyway FROM entries
        WHERE entries.day BETWEEN ? AND ? ORDER BY entries.day, entries.place
        """,
        ("first", "last"),
    ),
    "entry": (
        """
        SELECT entries.place, entries.day, entries.step, entries.do, entries.at,
        entries.offset_minutes, entries.product, entries.reason, entries.anyway FROM entries
        WHERE entries.step = ? AND entries.day = ?
        """,
        ("step", "day"),
    ),
    "rating": (
        """
        SELECT ratings.place, ratings.day, ratings.overall, ratings.oiliness, ratings.pores,
        ratings.breakouts, ratings.redness, ratings.dryness, ratings.note FROM ratings WHERE
        ratings.day = ?
        """,
        ("day",),
    ),
}
