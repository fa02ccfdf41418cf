"""``python -m newskit``, the same as the command ``newskit``."""

from newskit.cli import main

main()
