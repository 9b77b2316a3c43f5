"""What a reader does with the map: find, click, read the sentence, walk a path, narrow, come back by the address."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests import map_graph
from visualise.options import MapOptions

pytestmark = pytest.mark.browser


def shown(page: Any) -> set[str]:
    return set(page.js("return [...aktorkart.shown().ids].map((id) => aktorkart.actors[id].label)"))


def type_in(page: Any, text: str) -> list[str]:
    field = page.one("#search")
    field.clear()
    field.send_keys(text)
    return [hit.text for hit in page.all("#hits [role=option]")]


def test_opening_shows_actors_and_hides_articles_and_unmentioned_institutions(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    assert "Kari Testdatter" in shown(opened)
    assert not shown(opened) & {"Ny leder", "Nevnt av ingen"}
    opened.one("#filters input[data-key=article]").click()
    assert "Ny leder" in shown(opened)


def test_click_on_an_actor_gives_its_card_with_sentence_and_link(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    opened.click_at(*opened.at("Kari Testdatter"))
    card = opened.text("#card")
    assert card.splitlines()[1].strip() == "Kari Testdatter"
    assert "leder i Foreningen Eksempel" in card
    assert "Kari Testdatter er leder i Foreningen Eksempel" in card
    assert "22. jan. 2018" in card
    assert "title-before-name" in card and "97 prosent" in card
    assert "«Dette er en prøve.»" in card
    assert opened.one("#card a[href='https://example.org/a1']").get_attribute("rel") == "noopener noreferrer"
    assert "Foreningen Eksempel" in shown(opened) and "Prøveverket" not in shown(opened), "only neighbours stand around the actor"


def test_click_on_a_relation_gives_all_sentences_that_state_it(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    (ax, ay), (bx, by) = opened.at("Kari Testdatter"), opened.at("Foreningen Eksempel")
    opened.click_at(ax + (bx - ax) * 0.5, ay + (by - ay) * 0.5)
    if not opened.js("return aktorkart.state.edge >= 0"):  # another mark lies on the middle
        opened.click_at(ax + (bx - ax) * 0.35, ay + (by - ay) * 0.35)
    assert "Kari Testdatter er leder i Foreningen Eksempel" in opened.text("#card blockquote")


def test_search_tells_namesakes_apart_and_knows_aliases(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    namesakes = type_in(opened, "ola pr")
    assert len(namesakes) == 2 and namesakes[0] != namesakes[1]
    assert any("Prøveverket" in hit and "2020" in hit for hit in namesakes)
    assert any("styret" in hit and "2018" in hit for hit in namesakes)
    assert any("Foreningen Eksempel (FE)" in hit for hit in type_in(opened, "fe"))
    assert any("Ola Prøve" in hit for hit in type_in(opened, "prove ola")), "words in any order, without Norwegian letters"
    opened.one("#search").send_keys("\ue015\ue007")  # arrow down, enter
    assert "Ola Prøve" in opened.text("#card")
    assert type_in(opened, "zzz") == ["Ingen treff"]


def test_path_between_two_shows_each_step_with_its_sentence(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    opened.one("#path-button").click()
    for name in ("Foreningen Eksempel", "styremøte"):
        type_in(opened, name)
        opened.one("#search").send_keys("\ue007")
    card = opened.text("#card")
    assert "2 steg mellom Foreningen Eksempel og styremøte 3. juni" in card
    assert "Kari Testdatter er leder i Foreningen Eksempel" in card or "styret i Foreningen Eksempel" in card
    assert "Felles for de to" in card
    opened.one("#path-button").click()
    assert opened.js("return aktorkart.state.path.length") == 0


@pytest.mark.parametrize(
    ("change", "present", "absent"),
    [
        ("{ hiddenClasses: new Set(['person', 'article']) }", {"Foreningen Eksempel"}, {"Kari Testdatter", "Ola Prøve"}),
        ("{ confidence: 90 }", {"Kari Testdatter"}, set()),
        ("{ from: 2020 * 12 }", {"styremøte 3. juni", "Prøveverket"}, {"Foreningen Eksempel"}),
        ("{ to: 2018 * 12 + 5 }", {"Foreningen Eksempel"}, {"styremøte 3. juni", "Prøveverket"}),
        ("{ institution: aktorkart.actors.find((a) => a.label === 'Prøveverket').id }", {"Prøveverket", "Ola Prøve"}, {"Kari Testdatter"}),
    ],
)
def test_filters_act_on_who_is_shown(page: Callable[..., Any], change: str, present: set[str], absent: set[str]) -> None:
    opened = page(map_graph.store())
    opened.js(f"aktorkart.change({change})")
    assert present <= shown(opened)
    assert not absent & shown(opened)


def test_time_handles_push_each_other_and_say_what_they_mean(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    opened.js("const low = document.getElementById('time-from'); low.value = low.max; low.dispatchEvent(new Event('input'))")
    assert opened.js("return document.getElementById('time-to').value === document.getElementById('time-from').value")
    assert opened.one("#time-from").get_attribute("aria-valuetext") == "juni 2020"
    assert "Foreningen Eksempel" not in shown(opened)


def test_every_state_has_an_address_that_gives_it_back(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    opened.js("""
      const { actors, change } = aktorkart; const id = (label) => actors.find((a) => a.label === label).id;
      change({ language: 'nn', dark: true, focus: id('Kari Testdatter'), confidence: 50, from: 2018 * 12, to: 2020 * 12 + 5, table: true, sort: '-relations',
        hiddenFamilies: new Set(['meeting']), hiddenClasses: new Set(['report']), institution: id('Foreningen Eksempel'), opened: new Set([id('Prøveverket')]) })
    """)
    address = opened.js("return location.hash.slice(1)")
    state = "const s = { ...aktorkart.state }; for (const k in s) if (s[k] instanceof Set) s[k] = [...s[k]].sort(); return JSON.stringify(s)"
    before = opened.js(state)
    opened.open(address)
    assert opened.js(state) == before
    assert opened.js("return location.hash.slice(1)") == address


def test_relations_and_clusters_are_named_not_numbered_in_addresses(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    opened.js("aktorkart.change({ edge: 1, community: 0 })")
    address = opened.js("return location.hash")
    assert "example.org%2Fid%2F" in address and not re.search(r"[ec]=\d", address)
    opened.open(address[1:])
    assert opened.js("return [aktorkart.state.edge, aktorkart.state.community]") == [1, 0]


def test_a_saved_view_can_be_given_back(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store(), MapOptions(view="file:///somewhere/map.html#l=nn&a=https://example.org/id/kari&t=name"), address="")
    assert opened.js("return [aktorkart.state.language, aktorkart.actors[aktorkart.state.focus].label, aktorkart.state.table]") == ["nn", "Kari Testdatter", True]


def test_uncertain_facts_look_different(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    opened.js("aktorkart.change({ focus: aktorkart.actors.find((a) => a.label.startsWith('styret')).id })")
    widths = opened.js("""
      const { network, edges, actors } = aktorkart; const of = (name) => edges.find((e) => actors[e.from].label === name && actors[e.to].label.startsWith('styret'));
      const line = (edge) => network.body.edges['e' + edge.id].options; return [line(of('Ola Prøve')).color.opacity, Math.min(...edges.map((e) => network.body.edges['e' + e.id]).filter(Boolean).map((l) => l.options.color.opacity))];
    """)
    assert widths[0] == widths[1] < 0.6
    assert "usikkert (60 %)" in opened.text("#card")


def test_table_sorts_and_chooses(page: Callable[..., Any]) -> None:
    opened = page(map_graph.store())
    opened.one("#table-button").click()
    opened.one("#table th:first-child .sort").click()
    names = [cell.text.strip() for cell in opened.all("#table tbody th")]
    assert names == sorted(names, key=str.casefold) and len(names) == opened.js("return aktorkart.shown().ids.size")
    assert opened.one("#table thead th").get_attribute("aria-sort") == "ascending"
    opened.all("#table tbody .link")[0].click()
    assert opened.text("#card h2").strip() == names[0]


@pytest.mark.parametrize(("language", "word", "name"), [("nb", "Forbindelser", "Foreningen Eksempel"), ("nn", "Samband", "Foreininga Døme"), ("en", "Relations", "The Example Association")])
def test_three_languages(page: Callable[..., Any], language: str, word: str, name: str) -> None:
    opened = page(map_graph.store(), address=f"l={language}")
    assert opened.js("return document.documentElement.lang") == language
    assert word in opened.text("#filters")
    assert name in opened.text("#card")
