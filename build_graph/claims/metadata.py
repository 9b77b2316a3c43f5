"""What the page states about itself: its authors, where they work, its photographers."""

from __future__ import annotations

from build_graph.model import Authorship, Claim, Evidence, Membership, Mentioned


def metadata_claims(doc: Mentioned) -> list[Claim]:
    """Authorship of the article and its pictures, and the department that a by-line names."""
    article = doc.annotated.article
    at = {m.span: m.referent for m in doc.mentions}
    claims: list[Claim] = []
    for author in article.authors:
        person = at.get(author.name.span) if author.name.span else None
        if person is None or author.name.span is None:
            continue
        claims.append(Authorship(person, (Evidence(author.name.span, "byline", 0.99),)))
        department = author.department
        if department and department.span and department.span in at:
            claims.append(Membership(person, at[department.span], None, None, None, (Evidence(department.span, "byline-department", 0.95),)))
    for number, photo in enumerate(article.photos):
        for photographer in photo.photographers:
            if photographer.span and photographer.span in at:
                claims.append(Authorship(at[photographer.span], (Evidence(photographer.span, "photo-credit", 0.97),), number))
    return claims
