"""What does a schedule say of one day, and what may it look at to say so?"""

from typing import ClassVar, Final, Literal, NamedTuple, Protocol, Self, TypeAlias

from tracker.domain.day import Day, Weekday
from tracker.domain.outside import Outside

Status: TypeAlias = Literal[
    "due",
    "optional",
    "resting",
    "paused",
    "done",
    "off_plan",
    "skipped",
    "missed",
    "moved",
    "open",
]
"""What a step is on a day; the last three only on past days that were due, with nothing logged."""

State: TypeAlias = Literal["due", "optional", "resting", "paused"]


class Standing(NamedTuple):
    """What the rules ask of a step on a day, before anything logged that day is looked at.

    `until` is the first day on which this `reason` no longer speaks; None where it has no end.
    """

    state: State
    reason: str | None = None
    until: Day | None = None

    @property
    def is_asked(self) -> bool:
        """Whether a tick on that day is within the rules."""
        return self.state in ("due", "optional")


DUE = Standing("due")
OPTIONAL = Standing("optional")


def rest(reason: str, until: Day | None) -> Standing:
    """Resting for `reason` until `until`."""
    return Standing("resting", reason, until)


class Sight(Protocol):
    """What a rule may look at: one step's own past, as seen on one day.

    `anchor` is the day from which turns count: the version's first day, the step's start or the
    running on-phase's first day, whichever is latest. `week` is the first day of the day's week.
    Uses are ticks, off-plan ones too; answers are uses and those skips that were skips. On days
    to come, what is due is taken as used.
    """

    @property
    def anchor(self) -> Day:
        """The day from which turns count."""

    @property
    def week(self) -> Day:
        """The first day of the day's week."""

    def last_use(self, before: Day) -> Day | None:
        """The latest use before `before`."""

    def answers(self, first: Day, before: Day) -> list[Day]:
        """Days with a use or a skip, from `first` to the day before `before`, oldest first."""

    def was_rested(self, day: Day) -> bool:
        """Whether a pause, a recovery or a not-after rule rested the step that day."""

    def is_optional(self, day: Day) -> bool:
        """Whether the step was optional that day, all rules considered."""

    def anchored(self, anchor: Day) -> "Sight":
        """The same sight with a later anchor."""


class Phase(NamedTuple):
    """One stretch of a cycle: on or off, from `first` to the day before `until`."""

    is_on: bool
    first: Day
    until: Day

    @property
    def days(self) -> int:
        """How many days the phase lasts."""
        return (self.until - self.first).days


KINDS: Final[dict[str, type["Rule"]]] = {}
"""Every kind of schedule by its code, entered by the class itself."""


def read_rule(outside: Outside) -> "Rule":
    """The rule that a document holds at this place; raises `BadInput`."""
    kind = outside.key("kind").one_of(tuple(KINDS))
    rule = KINDS[kind].read(outside)
    outside.close()
    return rule


class Rule:
    """A kind of schedule; a value. Each lives in a file of its own and is found in `KINDS`.

    Two rules are the same when their documents are. They are no dataclasses because a window that
    starts, and every `plan`, would wait for those to be made.

    The defaults are those of the plainest rule: every due day is a turn, it looks at no past,
    and a due day that passes with nothing logged is missed.
    """

    kind: ClassVar[str] = ""
    """The code that names the kind in documents."""

    def __init_subclass__(cls) -> None:
        """Enter the kind into the registry; a class without a code of its own is no kind."""
        if cls.kind:
            KINDS[cls.kind] = cls

    @classmethod
    def nearest(cls, share: float) -> "tuple[Rule, float] | None":
        """The rule of this kind that asks for nearly that share of all days, and for which.

        0 is none of them, 1 each; more can be wanted. None where the kind has no such rule, or
        where another kind says it more plainly.
        """
        del share
        return None

    @property
    def carries_over(self) -> bool:
        """Whether a turn that was not answered stays due on the following days."""
        return False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rule) and self.document() == other.document()

    def __hash__(self) -> int:
        return hash(repr(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.document()})"

    @property
    def ever_asks(self) -> bool:
        """Whether any day is ever due by this rule."""
        return True

    @property
    def times_a_week(self) -> int | None:
        """How many uses a week holds at most, where the rule is a quota."""
        return None

    def on_days(self, days: tuple[Weekday, ...], gap: int) -> "Rule | None":
        """The rule with other days of the week, `gap` apart; None where it has none to choose."""
        del days, gap
        return None

    def phase(self, day: Day) -> Phase | None:
        """The phase that holds `day`, where the rule has phases and has begun."""
        del day
        return None

    @property
    def during(self) -> "Rule | None":
        """The rule that holds in the phases on, where the rule has phases."""
        return None

    def turned(self, day: Day, *, is_on: bool) -> "Rule":
        """The same rule with a phase that begins on `day`; itself where it has no phases."""
        del day, is_on
        return self

    def lasting(self, day: Day, until: Day, *, is_on: bool) -> "Rule":
        """The same rule with a phase that holds `day` and ends before `until`; or itself."""
        del day, until, is_on
        return self

    @property
    def reach(self) -> int:
        """How many days before a day the rule looks for answers."""
        return 0

    @classmethod
    def read(cls, outside: Outside) -> Self:
        """The rule from a document; raises `BadInput`."""
        del outside
        return cls()

    def document(self) -> dict[str, object]:
        """The rule as it stands in a document."""
        return {"kind": self.kind}

    def standing(self, day: Day, sight: Sight) -> Standing:
        """What this rule alone asks on `day`."""
        raise NotImplementedError

    def is_turn(self, day: Day) -> bool:
        """Whether a due `day` is a turn of its own and not one carried over."""
        del day
        return True

    def judge(self, day: Day, sight: Sight, today: Day) -> Status:
        """What a day before `today` was that was due and has nothing logged."""
        del day, sight, today
        return "missed"
