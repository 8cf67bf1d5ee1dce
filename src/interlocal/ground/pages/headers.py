"""What browsers may do with our answers. Kept pages and files included."""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from interlocal.ground.pages import links

Handler = Callable[[HttpRequest], HttpResponseBase]

# Public pages: shown, and our own search box asking our own address.
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Personal pages: our own script, asking our own addresses; a delegate's page keeps a copy of itself.
PERSONAL_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# A programme made to stand in a frame of any other site; it takes no forms and runs no script.
FRAMED_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *"
_SWITCHED_OFF = ("microphone", "geolocation", "payment", "usb", "browsing-topics")
PERMISSIONS = ", ".join(f"{name}=()" for name in ("camera", *_SWITCHED_OFF))
# The check-in desk reads codes with the camera.
PERSONAL_PERMISSIONS = ", ".join(("camera=(self)", *(f"{name}=()" for name in _SWITCHED_OFF)))


def safe_headers(get_response: Handler) -> Handler:
    """Safe headers on every answer; what is personal is kept by nobody."""
    fixed = _fixed()
    public = {**fixed, "Content-Security-Policy": POLICY, "Permissions-Policy": PERMISSIONS}
    framed = {
        **{name: value for name, value in public.items() if name != "X-Frame-Options"},
        "Content-Security-Policy": FRAMED_POLICY,
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    personal = {
        **fixed,
        "Content-Security-Policy": PERSONAL_POLICY,
        "Permissions-Policy": PERSONAL_PERMISSIONS,
        "Cache-Control": "no-store",
    }

    def handle(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if links.is_personal(request.path):
            _put(response, personal)
            patch_vary_headers(response, ("Cookie",))
        else:
            _put(response, framed if links.is_framed(request.path) else public)
        return response

    return handle


def _put(response: HttpResponseBase, headers: Mapping[str, str]) -> None:
    for name, value in headers.items():
        response.headers[name] = value


def _fixed() -> dict[str, str]:
    fixed = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY or "same-origin",
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY or "same-origin",
    }
    if settings.SECURE_HSTS_SECONDS:
        fixed["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"
    return fixed
