"""The client."""

import datetime
import os
import uuid

from .encode import encode
from .transport import Transport
from .worker import Worker

_MOST_BYTES = 900_000


class Analytics:
    """A client of one Sojourn server. Calls return at once; a thread sends what they hand over.

    `secret_key` is `SOJOURN_SECRET_KEY` of the environment, else `ASCENDKIT_SECRET_KEY`; `url` is `SOJOURN_URL`.
    Times are seconds. `on_error(reason, text, messages)` hears of messages that are `refused`, `full` or `unsent`.
    """

    def __init__(
        self,
        secret_key=None,
        url=None,
        *,
        flush_at=100,
        flush_interval=0.5,
        max_queued=10_000,
        max_retry=10.0,
        timeout=15.0,
        exit_timeout=120.0,
        on_error=None,
    ):
        key = secret_key or os.environ.get("SOJOURN_SECRET_KEY") or os.environ.get("ASCENDKIT_SECRET_KEY")
        address = url or os.environ.get("SOJOURN_URL")
        if not key:
            raise ValueError("secret_key is needed, or SOJOURN_SECRET_KEY in the environment")
        if not address:
            raise ValueError("url is needed, or SOJOURN_URL in the environment")
        if not address.startswith(("http://", "https://")):
            raise ValueError(f"url must begin with http:// or https://, not {address!r}")
        self._worker = Worker(
            Transport(address, key),
            flush_at=flush_at,
            flush_interval=flush_interval,
            max_queued=max_queued,
            max_retry=max_retry,
            timeout=timeout,
            exit_timeout=exit_timeout,
            on_error=on_error,
        )

    def track(self, user_id, event, properties=None, *, timestamp=None, message_id=None, anonymous_id=None, context=None):
        """An event of the application, which journeys know as `app.<event>`. False: the queue has no room."""
        name = _text("event", event)
        return self._add(
            "track",
            user_id,
            {"event": name if name.startswith("app.") else "app." + name, "properties": _map("properties", properties)},
            timestamp=timestamp,
            message_id=message_id,
            anonymous_id=anonymous_id,
            context=context,
        )

    def identify(self, user_id, traits=None, *, timestamp=None, message_id=None, anonymous_id=None, context=None):
        """What is known of a person. Traits are merged; None removes one."""
        return self._add(
            "identify",
            user_id,
            {"traits": _map("traits", traits)},
            timestamp=timestamp,
            message_id=message_id,
            anonymous_id=anonymous_id,
            context=context,
        )

    def alias(self, user_id, previous_id):
        """Says that two ids are one person."""
        return self._add("alias", user_id, {"previousId": _text("previous_id", previous_id)})

    def flush(self, timeout=None):
        """Waits until everything handed over was stored or refused. False: not within `timeout` seconds."""
        return self._worker.flush(timeout)

    def close(self, timeout=120.0):
        """Sends what waits and ends the thread. False: something was left."""
        return self._worker.close(timeout)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.close()

    @property
    def queued(self):
        """Messages that wait to be sent."""
        return len(self._worker)

    def _add(self, kind, user_id, fields, *, timestamp=None, message_id=None, anonymous_id=None, context=None):
        at = timestamp if timestamp is not None else datetime.datetime.now(datetime.timezone.utc)
        message = {"type": kind, "messageId": message_id or str(uuid.uuid4()), "timestamp": at, **fields}
        if user_id is not None:
            message["userId"] = _text("user_id", user_id)
        if anonymous_id is not None:
            message["anonymousId"] = _text("anonymous_id", anonymous_id)
        if user_id is None and anonymous_id is None:
            raise ValueError("user_id: who is it? Pass a user_id or an anonymous_id")
        if context:
            message["context"] = _map("context", context)
        text = encode(message)
        if len(text) > _MOST_BYTES:
            raise ValueError(f"this {kind} has {len(text)} bytes; the server takes {_MOST_BYTES} at most")
        return self._worker.add(text)


def _text(name, value):
    """A whole number is taken for an id, as databases have them."""
    text = str(value) if isinstance(value, (int, uuid.UUID)) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"{name}: must be a text that is not empty, not {value!r}")
    if len(text) > 255:
        raise ValueError(f"{name}: may have 255 characters at most")
    return text


def _map(name, value):
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise TypeError(f"{name}: must be a dict, not {type(value).__name__}")
    return value
