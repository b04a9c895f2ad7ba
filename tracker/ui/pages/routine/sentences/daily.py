"""Every day: there is nothing to choose."""

from tracker.ui.pages.routine.sentences.base import Sentence


class DailySentence(Sentence):
    """Every day."""

    kind = "daily"
