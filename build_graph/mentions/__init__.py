"""AnnotatedText → Mentioned: who and what the article speaks of, and where.

The steps build on each other: people and groups from the names, titles between them, what meets and is written, and last the
words that only take up what was named before.
"""

from __future__ import annotations

from build_graph.mentions.cases import add_cases, add_motions
from build_graph.mentions.collaborations import find_cooperation
from build_graph.mentions.common_groups import find_common_groups
from build_graph.mentions.coreference import resolve_anaphora, resolve_definite_groups
from build_graph.mentions.draft import Draft
from build_graph.mentions.groups import find_named_groups
from build_graph.mentions.meetings import find_meetings
from build_graph.mentions.minutes import is_minutes
from build_graph.mentions.persons import find_persons
from build_graph.mentions.roles import find_roles
from build_graph.mentions.stated import find_stated
from build_graph.mentions.states import find_state_organs
from build_graph.mentions.works import find_works
from build_graph.model import AnnotatedText, Mentioned


def find_mentions(annotated: AnnotatedText) -> Mentioned:
    """Finds every referent of an article, with all its mentions, and every title."""
    draft = Draft(annotated)
    find_persons(draft)
    find_state_organs(draft)
    find_named_groups(draft)
    find_roles(draft)
    resolve_definite_groups(draft)
    find_common_groups(draft)
    find_cooperation(draft)
    find_meetings(draft)
    find_works(draft)
    find_stated(draft)
    add_motions(draft)
    if is_minutes(draft.text):
        add_cases(draft)
    resolve_anaphora(draft)
    return draft.finish()
