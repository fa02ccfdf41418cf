"""Measuring newskit: accuracy against gold corpora, and speed."""
