"""The page's own scripts and styles, joined to one text each, and the hashes that the CSP lists."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

_IMPORT = re.compile(r"^import\s*\{[^}]*\}\s*from\s*'\./([\w-]+\.js)';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|function|class|async)\b)", re.MULTILINE)
VIS = "lib/vis-9.1.2/vis-network.min.js"  # in pyvis 0.3.2; checksum and licence: assets/third_party/README.md


@cache
def own_script() -> str:
    """All modules under `assets/js`, each after those it imports, as one strict function.

    The modules use only `import { … } from './x.js'` and `export` before a declaration, and no two declare the same top-level name (a
    test checks both), so that joining is dropping these words.
    """
    folder = files("visualise") / "assets" / "js"
    done: dict[str, str] = {}

    def add(name: str) -> None:
        if name in done:
            return
        source = (folder / name).read_text(encoding="utf-8")
        done[name] = ""  # modules may import each other: functions are hoisted
        for needed in _IMPORT.findall(source):
            add(needed)
        del done[name]
        done[name] = _EXPORT.sub("", _IMPORT.sub("", source))

    add("main.js")
    return "'use strict';\n(() => {\n" + "\n".join(done.values()) + "})();\n"


@cache
def style() -> str:
    """All style sheets under `assets/css`, in order of name."""
    folder = files("visualise") / "assets" / "css"
    sheets = sorted((f for f in folder.iterdir() if f.name.endswith(".css")), key=lambda f: f.name)
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


@cache
def vis_network() -> str:
    """vis-network as pyvis brings it, safe to stand in a script element."""
    text = (files("pyvis") / VIS).read_text(encoding="utf-8")
    text = text.partition("//# sourceMappingURL=")[0]  # developer tools would look for the file
    return text.replace("</script", "<\\/script")


def csp_hash(text: str) -> str:
    """A source expression for a Content Security Policy (https://www.w3.org/TR/CSP3/#grammardef-hash-source)."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"
