"""What authors of plugins test with: marked texts, hostile texts, the extractor contract, and strategies.

The strategies, in ``newskit.testing.strategies``, need hypothesis (``pip install 'newskit[testing]'``); the rest needs
nothing but newskit.
"""

from newskit.testing.contract import check_extractor
from newskit.testing.hostile import HOSTILE, hostile_text
from newskit.testing.marked import Marked, marked
from newskit.testing.steps import count_steps, steep_lines

__all__ = ["HOSTILE", "Marked", "check_extractor", "count_steps", "hostile_text", "marked", "steep_lines"]
