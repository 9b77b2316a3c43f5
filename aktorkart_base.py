"""What the modules of the command line share: how errors are told, where the store is, what may reach a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pyoxigraph import Store


class Problem(click.ClickException):
    """A user's error, told in one line; exit status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Writes it to stderr."""
        click.echo(f"aktorkart: {self.message}", err=True)


store_option = click.option(
    "--store", "folder", type=click.Path(path_type=Path), default=Path("graph"), help="The folder that holds the graph.  [default: graph/]"
)
decisions_option = click.option(
    "--decisions", type=click.Path(path_type=Path, dir_okay=False), default=None, help="The file of people's decisions.  [default: decisions.csv beside the store]"
)


def decisions_file(given: Path | None, folder: Path) -> Path:
    """The file of decisions: the given one, or decisions.csv beside the store folder."""
    return given or folder.resolve().parent / "decisions.csv"


def plain(text: str) -> str:
    """Text from files and their names without what would steer a terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)


def opened(folder: Path) -> tuple[Store, str]:
    """The stored graph and the base of its IRIs."""
    from build_graph.store import StoreError, open_store, read_manifest

    try:
        return open_store(folder), read_manifest(folder).base
    except StoreError as error:
        raise Problem(str(error)) from None
