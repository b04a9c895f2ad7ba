"""Are the sentences listed for translators the ones that argparse says?"""

import argparse
import inspect

import pytest

from tracker.words.usage import SENTENCES


@pytest.mark.parametrize("sentence", SENTENCES)
def test_argparse_says_it(sentence: str) -> None:
    source = inspect.getsource(argparse)
    assert repr(sentence) in source or f'"{sentence}"' in source
