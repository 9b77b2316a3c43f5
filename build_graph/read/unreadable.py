"""Why a file could not be read."""

from __future__ import annotations


class Unreadable(Exception):
    """The file is no article that can be read; the message says in one line why and what to do."""
