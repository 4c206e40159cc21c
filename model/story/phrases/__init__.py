"""Phrases: one function for every event that opens a scene, by whose act it is."""

from model.story.phrases import careers, completion, customers, desk, talks, unit  # noqa: F401  (they declare)
from model.story.phrases.registry import AT_ONCE, MERGED, NO_ISSUE, OF_CALLS, PHRASES

__all__ = ["AT_ONCE", "MERGED", "NO_ISSUE", "OF_CALLS", "PHRASES"]
