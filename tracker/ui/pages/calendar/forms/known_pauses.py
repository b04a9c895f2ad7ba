"""Which pauses can be ended or taken out, seen from the selected day?"""

from tracker.actions.known_pauses import KnownPause
from tracker.ui.forms.occasion import Occasion


def pauses_at(occasion: Occasion) -> list[KnownPause]:
    """The pauses that hold the selected day or are not over, those that hold the day first."""
    known = occasion.pauses
    here = [one for one in known if one.holds(occasion.day)]
    return here + [one for one in known if one not in here and not one.is_over(occasion.today)]
