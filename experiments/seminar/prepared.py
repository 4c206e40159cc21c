"""What stands still is made once: its bytes, plain and compressed, and the mark by which a browser knows them again.

A class opens the page at the same moment; without this each of thirty browsers would have half a megabyte of parameters
written as JSON and compressed for itself.
"""

import gzip
import hashlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

JSON = "application/json"
LEAST_COMPRESSED = 1024
"""Bytes below which compressing does not pay."""


class Prepared:
    """An answer that does not change while the server runs.

    Parameters
    ----------
    body : bytes as they are.
    kind : media type.
    """

    def __init__(self, body: bytes, kind: str) -> None:
        self._kind, self._plain = kind, body
        self._small = gzip.compress(body, 9, mtime=0) if len(body) >= LEAST_COMPRESSED else None
        self.mark = f'"{hashlib.sha256(body).hexdigest()[:20]}"'

    def answer(self, request: Request, kept: str = "no-cache", **headers: str) -> Response:
        """The answer to a request: compressed where the browser takes that, nothing where it has it already."""
        headers = {"ETag": self.mark, "Cache-Control": kept, "Vary": "Accept-Encoding", **headers}
        if self.mark in [mark.strip() for mark in request.headers.get("if-none-match", "").split(",")]:
            return Response(status_code=304, headers=headers)
        if self._small is not None and "gzip" in request.headers.get("accept-encoding", ""):
            return Response(self._small, media_type=self._kind, headers=headers | {"Content-Encoding": "gzip"})
        return Response(self._plain, media_type=self._kind, headers=headers)


def told(what: Any) -> Prepared:
    """JSON."""
    return Prepared(json.dumps(what, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode(), JSON)


@cache
def told_once(tell: Callable[..., Any], *about: str) -> Prepared:
    """What a function tells, asked once for each of its arguments."""
    return told(tell(*about))


def file_of(path: Path, kind: str) -> Prepared:
    """A file; read anew when it was changed."""
    return _file(path, kind, path.stat().st_mtime_ns)


@cache
def _file(path: Path, kind: str, changed: int) -> Prepared:
    return Prepared(path.read_bytes(), kind)
