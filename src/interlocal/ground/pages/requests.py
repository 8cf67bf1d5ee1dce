"""Which requests are fit to be understood at all. Asked once, before any door."""

import json
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadhandler import StopUpload
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException, UnreadablePostError

LONGEST_QUERY = 8192
MEGABYTE = 1024 * 1024
# All of a form with its files; what is no file has its own, smaller limit (DATA_UPLOAD_MAX_MEMORY_SIZE).
LARGEST_FORM = 12 * MEGABYTE
DEEPEST_JSON = 20


def is_malformed(request: HttpRequest) -> bool:
    """Whether the address holds what no reader types: NUL, halves of characters, no UTF-8, no end."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > LONGEST_QUERY or unprintable(request.path):
        return True
    # Almost every address is plain; only an escaped or odd one is read through.
    if not query or ("%" not in query and query.isascii() and query.isprintable()):
        return False
    return any(unprintable(part) for key, values in request.GET.lists() for part in (key, *values))


def is_overlong(request: HttpRequest) -> bool:
    """Whether a form says that it is larger than any of ours; one that does not say how large it is, too."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_FORM
    except ValueError:
        return True


def has_bad_body(request: HttpRequest) -> bool:
    """Whether a form or a JSON text holds such characters, or cannot be read. Reads it."""
    try:
        if request.content_type == "application/json":
            return _bad_json(json.loads(request.body))
        files = [(key, file.name) for key, found in request.FILES.lists() for file in found]
        texts = [part for key, values in request.POST.lists() for part in (key, *values)]
        return any(unprintable(part) for part in texts) or any(
            unprintable(part or "") for pair in files for part in pair
        )
    except (
        BadRequest,
        MultiPartParserError,
        RawPostDataException,
        RecursionError,
        RequestDataTooBig,
        StopUpload,
        SuspiciousOperation,
        UnreadablePostError,
        ValueError,
    ):
        return True


def unprintable(text: str) -> bool:
    if text.isascii():
        return "\0" in text
    # U+FFFD is what stands for bytes that are no UTF-8.
    return "\0" in text or "\ufffd" in text or any("\ud800" <= char <= "\udfff" for char in text)


def _bad_json(value: Any, depth: int = 0) -> bool:
    if depth > DEEPEST_JSON:
        return True
    if isinstance(value, str):
        return unprintable(value)
    if isinstance(value, list):
        return any(_bad_json(one, depth + 1) for one in value)
    if isinstance(value, dict):
        return any(unprintable(key) or _bad_json(one, depth + 1) for key, one in value.items())
    return False
