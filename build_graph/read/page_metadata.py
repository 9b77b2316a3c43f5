"""What a web page states of itself: JSON-LD (https://schema.org/Article), then meta tags, then the document's head."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|Posting|Report|WebPage)$")
_META = {
    "title": ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author"),
    "date": ("article:published_time", "datepublished", "dc.date", "dcterms.date", "dcterms.issued", "citation_publication_date", "date", "pubdate"),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher"),
    "journal": ("citation_journal_title",),
    "section": ("article:section",),
    "url": ("og:url",),
    "language": ("og:locale", "dc.language", "dcterms.language"),
}


def page_metadata(tree: HtmlElement) -> dict[str, list[str]]:
    """Front matter keys with the values that the page states, in the words of the page."""
    found = _json_ld(tree)
    tags = _meta_tags(tree)
    for key, names in _META.items():
        if not found.get(key):
            found[key] = next((tags[name] for name in names if name in tags), [])
    if not found["url"]:
        found["url"] = [href for href in tree.xpath("//link[@rel='canonical']/@href") if href.startswith("http")][:1]
    if not found["title"]:
        # "Title | Site", "Title - Site"
        titles = tree.xpath("//head/title/text()")
        found["title"] = [re.split(r"\s+[|–—]\s+|\s+-\s+(?=[^-]+$)", str(titles[0]).strip())[0]] if titles else []
    if not found["language"]:
        found["language"] = [str(language) for language in tree.xpath("/html/@lang")][:1]
    if not found["date"]:
        stated = tree.xpath("//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime | //article//time[@pubdate]/@datetime")
        found["date"] = [str(date) for date in stated][:1]
    # An address of a profile is no name.
    found["author"] = [name for name in found["author"] if not name.startswith(("http://", "https://", "@"))]
    return found


def _meta_tags(tree: HtmlElement) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        content = " ".join(tag.get("content").split())
        if name and content:
            tags.setdefault(name, []).append(content)
    return {name: contents if name in ("author", "citation_author", "article:author", "dc.creator") else contents[:1] for name, contents in tags.items()}


def _json_ld(tree: HtmlElement) -> dict[str, list[str]]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(str(script), strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue  # a page's broken JSON-LD says nothing; its meta tags and text still do
        for thing in _things(data):
            if any(_ARTICLE.search(kind) for kind in _strings(thing.get("@type"))) and (thing.get("headline") or thing.get("datePublished")):
                return {
                    "title": _strings(thing.get("headline"))[:1],
                    "author": _strings(thing.get("author")),
                    "date": _strings(thing.get("datePublished"))[:1],
                    "publisher": _strings(thing.get("publisher"))[:1],
                    "section": _strings(thing.get("articleSection"))[:1],
                    "url": [url for url in _strings(thing.get("url")) if url.startswith("http")][:1],
                    "language": _strings(thing.get("inLanguage"))[:1],
                }
    return {}


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD's nodes: one, a list of them, or those in its @graph."""
    if isinstance(data, list):
        for each in data:
            yield from _things(each)
    elif isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph", []))


def _strings(value: Any) -> list[str]:
    """A value's strings: itself, or the names of the things it is or lists."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, list):
        return [text for each in value for text in _strings(each)]
    if isinstance(value, dict):
        return _strings(value.get("name") or value.get("@value"))
    return []
