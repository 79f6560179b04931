"""Python values as JSON that the server stores as they were meant."""

import datetime
import decimal
import enum
import json
import math
import re
import uuid

# What PostgreSQL cannot store: NUL, and halves of surrogate pairs.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def encode(message):
    """The message as JSON in UTF-8. Raises TypeError with the path of a value that JSON has no form for."""
    return json.dumps(plain(message, ""), ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")


def plain(value, path, depth=0):
    """The same value of dicts, lists, texts and numbers only."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, enum.Enum):
        return plain(value.value, path, depth)
    if isinstance(value, str):
        return mend(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, (float, decimal.Decimal)):
        return number(value, path)
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return moment(value)
    if isinstance(value, uuid.UUID):
        return str(value)
    if depth > 50:
        raise TypeError(f"{path}: is nested too deeply, or contains itself")
    if isinstance(value, dict):
        return {key_of(key, path): plain(inner, f"{path}.{key}".lstrip("."), depth + 1) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(inner, f"{path}[{at}]", depth + 1) for at, inner in enumerate(value)]
    raise TypeError(f"{path}: {type(value).__name__} has no form in JSON; pass text, a number, a list or a dict")


def mend(text):
    """Joins surrogate pairs and replaces what cannot be stored, as one such character would refuse the message."""
    if not _UNSTORABLE.search(text):
        return text
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return joined.replace("\x00", "\ufffd")


def key_of(key, path):
    if isinstance(key, enum.Enum):
        key = key.value
    if isinstance(key, str):
        return mend(key)
    if isinstance(key, (int, uuid.UUID)) and not isinstance(key, bool):
        return str(key)
    raise TypeError(f"{path}: the key {key!r} is no text")


def number(value, path):
    """A Decimal is a number where a float says the same, else text: rules compare numbers, and no digit is lost."""
    if not math.isfinite(value):
        raise TypeError(f"{path}: {value} is not a number that JSON can say; leave it out or pass None")
    if isinstance(value, float):
        return float(value)
    if value == value.to_integral_value() and abs(value) < 2**53:
        return int(value)
    return float(value) if decimal.Decimal(repr(float(value))) == value else str(value)


def moment(value):
    """ISO 8601. A datetime without a zone is local time, as everywhere in Python."""
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).isoformat().replace("+00:00", "Z")
    return value.total_seconds() if isinstance(value, datetime.timedelta) else value.isoformat()
