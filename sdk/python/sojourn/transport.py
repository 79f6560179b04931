"""One request to the server, and what its answer means."""

import email.utils
import http.client
import json
import time
import urllib.error
import urllib.request

from .version import VERSION

# An hour; a server that asks for more is asked again all the same.
_LONGEST_WAIT = 3600.0


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would turn the POST into a GET, and the events would be lost without an error."""

    def redirect_request(self, *_args):
        return None


class Answer:
    """`kind`: `stored` (with the results of the messages), `refused`, `too_large`, or `again`."""

    def __init__(self, kind, *, results=(), error="", retry_after=0.0):
        self.kind = kind
        self.results = results
        self.error = error
        self.retry_after = retry_after


class Transport:
    def __init__(self, url, secret_key):
        self.address = url.rstrip("/") + "/api/batch"
        self._headers = {
            "Authorization": "Bearer " + secret_key,
            "Content-Type": "application/json",
            "User-Agent": "sojourn-python/" + VERSION,
        }
        # Proxies come from the environment, as for every urllib request.
        self._opener = urllib.request.build_opener(_NoRedirect)

    def send(self, body, timeout):
        request = urllib.request.Request(self.address, data=body, headers=self._headers, method="POST")
        try:
            with self._opener.open(request, timeout=timeout) as response:
                return _read(response.status, response.headers, response.read())
        except urllib.error.HTTPError as error:
            with error:
                return _read(error.code, error.headers, _body_of(error))
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Answer("again", error=f"{self.address} cannot be reached: {error}")


def _body_of(error):
    try:
        return error.read()
    except (OSError, http.client.HTTPException):
        return b""


def _read(status, headers, body):
    """Only what Sojourn itself answers ends the wait of a message: a proxy's page of any status does not."""
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    answer = answer if isinstance(answer, dict) else {}
    again = {"error": f"the answer was {status}: {_said(answer, body)}", "retry_after": _retry_after(headers)}
    data = answer.get("data")
    results = data.get("results") if isinstance(data, dict) else answer.get("results")
    if status == 200 and isinstance(results, list):
        return Answer("stored", results=results)
    if status == 413:
        return Answer("too_large", error=_said(answer, body))
    if status in (400, 422) and "code" in answer:
        if isinstance(results, list):
            return Answer("stored", results=results)
        return Answer("refused", error=_said(answer, body))
    return Answer("again", **again)


def _said(answer, body):
    return str(answer.get("detail") or answer.get("title") or body[:200].decode("utf-8", "replace"))


def _retry_after(headers):
    value = (headers.get("Retry-After") or "").strip()
    if value.isdigit():
        return min(float(value), _LONGEST_WAIT)
    try:
        return min(max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time()), _LONGEST_WAIT)
    except (TypeError, ValueError, IndexError):
        return 0.0
