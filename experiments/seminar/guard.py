"""What every answer carries and every request must satisfy: security headers, known hosts, the page's own origin."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def policy(host: str) -> str:
    """The content security policy: nothing but the bundle's own files, and the websocket of this very host."""
    return "; ".join([
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
        f"connect-src 'self' ws://{host} wss://{host}",
        "worker-src 'self' blob:", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'",
        "frame-ancestors 'none'",
    ])  # fmt: skip


HEADERS = {
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}  # fmt: skip


class Guard:
    """Middleware around the whole application.

    Parameters
    ----------
    app : what is guarded.
    host : the address listened on. On loopback only loopback's names are answered, so that no other name can be made to
        point here by a page elsewhere (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, host: str = "127.0.0.1") -> None:
        self._app = app
        self._names = LOOPBACK if host in LOOPBACK else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        sentence = self._refusal(headers)
        if sentence and scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": sentence[:120]})
            return
        if sentence:
            await JSONResponse({"sentence": sentence}, 421)(scope, receive, self._with_headers(send, "localhost"))
            return
        await self._app(scope, receive, self._with_headers(send, headers.get("host", "localhost")))

    def _refusal(self, headers: Headers) -> str:
        host = _name(headers.get("host", ""))
        if self._names is not None and host not in self._names:
            return "This server answers on this machine only; `desksales serve --host` makes it listen elsewhere."
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != headers.get("host"):
            return "Pages of other origins are not answered."
        return ""

    @staticmethod
    def _with_headers(send: Send, host: str) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = policy(_safe(host))
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        return sending


def _name(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()


def _safe(host: str) -> str:
    """A host as it may stand in a header of ours: nothing that could end the directive."""
    return host if all(c.isascii() and (c.isalnum() or c in ".-:[]") for c in host) else "localhost"
