"""The claims that have a figure, as the figures' own index tells them."""

import json
from pathlib import Path
from typing import Any

CLAIMS = Path(__file__).parents[2] / "figures" / "claims"


def claims(folder: Path | None = None) -> list[dict[str, Any]]:
    """The entries of the index; none where there is no index yet."""
    index = (folder or CLAIMS) / "index.json"
    if not index.exists():
        return []
    told = json.loads(index.read_text(encoding="utf-8"))
    return told if isinstance(told, list) else told.get("claims", [])
