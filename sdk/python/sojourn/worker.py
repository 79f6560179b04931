"""The queue of messages and the thread that sends them, in order, until the server has answered."""

import atexit
import collections
import datetime
import logging
import os
import random
import threading
import time
import weakref

log = logging.getLogger("sojourn")

_MOST_IN_A_BATCH = 500
_BYTES_IN_A_BATCH = 512 * 1024
_open = weakref.WeakSet()


class Worker:
    def __init__(self, transport, *, flush_at, flush_interval, max_queued, max_retry, timeout, exit_timeout, on_error):
        self._transport = transport
        self._flush_at = flush_at
        self._flush_interval = flush_interval
        self._max_queued = max_queued
        self._max_retry = max_retry
        self._timeout = timeout
        self._exit_timeout = exit_timeout
        self._on_error = on_error
        self._queue = collections.deque()
        self._start_over()
        _open.add(self)

    def _start_over(self):
        """Locks and thread of this process: after a fork those of the parent are of no use."""
        self._changed = threading.Condition()
        # Held while a batch is on its way: by the thread, or by the one that flushes at the end.
        self._sending = threading.Lock()
        self._thread = None
        self._hurry = False
        self._closing = False
        self._exiting = False
        self._failures = 0
        self._not_before = 0.0
        self._fits = _MOST_IN_A_BATCH
        self._is_full = False

    def forget_parent(self):
        """In the child of a fork: the parent sends what it had, so that nothing is sent twice."""
        self._queue = collections.deque()
        self._start_over()

    def __len__(self):
        return len(self._queue)

    def add(self, text):
        """False: the queue has no room, and the message is not taken."""
        with self._changed:
            if len(self._queue) >= self._max_queued:
                if not self._is_full:
                    self._report("full", f"{self._max_queued} messages wait, so more are not taken", ())
                self._is_full = True
                return False
            self._is_full = False
            self._queue.append(text)
            if self._closing and not self._exiting:
                # It was closed and is used again.
                self._closing = False
                _open.add(self)
            self._start_thread()
            self._changed.notify_all()
            return True

    def _start_thread(self):
        if self._thread is not None and self._thread.is_alive():
            return
        # A daemon, because others are joined before the handlers of the exit run, and this one would never end.
        thread = threading.Thread(target=self._run, name="sojourn", daemon=True)
        try:
            thread.start()
            self._thread = thread
        except RuntimeError:
            # The interpreter is ending; the handler of the exit sends it.
            pass

    def _run(self):
        while True:
            with self._changed:
                while not self._queue and not self._closing:
                    self._changed.wait()
                if self._closing:
                    return
                gathered = time.monotonic() + self._flush_interval
                while len(self._queue) < self._flush_at and not self._hurry and not self._closing:
                    left = gathered - time.monotonic()
                    if left <= 0:
                        break
                    self._changed.wait(left)
                left = self._not_before - time.monotonic()
                while left > 0 and not self._closing:
                    self._changed.wait(left)
                    left = self._not_before - time.monotonic()
                if self._closing:
                    return
            with self._sending:
                self._send(self._timeout)

    def _send(self, timeout):
        """Sends the oldest messages once. The caller holds `_sending`, so nobody else takes from the queue."""
        batch = self._take()
        if not batch:
            return
        # The server corrects a wrong clock by the time at which this is sent.
        now = datetime.datetime.now(datetime.timezone.utc).isoformat().encode("ascii")
        body = b'{"sentAt":"' + now + b'","batch":[' + b",".join(batch) + b"]}"
        answer = self._transport.send(body, timeout)
        if answer.kind == "again":
            self._failures += 1
            wait = min(self._max_retry, 0.5 * 2 ** min(self._failures - 1, 16)) * random.uniform(0.75, 1)
            self._not_before = time.monotonic() + max(wait, answer.retry_after)
            level = logging.WARNING if self._failures in (1, 10) else logging.DEBUG
            log.log(level, "%d messages wait: %s", len(self._queue), answer.error)
            return
        self._failures = 0
        self._not_before = 0.0
        if answer.kind == "too_large" and len(batch) > 1:
            self._fits = max(1, len(batch) // 2)
            return
        # Reported before they leave the queue: who waits in `flush` has heard of every loss when it returns.
        if answer.kind == "stored":
            refused = [at for at, result in enumerate(answer.results) if result.get("status") == "refused"]
            for at in refused[: len(batch)]:
                self._report("refused", _errors_of(answer.results[at]), (batch[at],))
        else:
            self._report("refused", answer.error, batch)
        self._drop(len(batch))

    def _take(self):
        with self._changed:
            batch, size = [], 0
            for text in self._queue:
                size += len(text) + 1
                if batch and (len(batch) >= self._fits or size > _BYTES_IN_A_BATCH):
                    break
                batch.append(text)
            return batch

    def _drop(self, count):
        with self._changed:
            for _ in range(count):
                self._queue.popleft()
            if not self._queue:
                self._hurry = False
                self._fits = _MOST_IN_A_BATCH
            self._changed.notify_all()

    def _report(self, reason, text, batch):
        log.error("%s: %s", reason, text)
        if self._on_error is None:
            return
        try:
            self._on_error(reason, text, [bytes(message).decode("utf-8") for message in batch])
        except Exception:  # noqa: BLE001
            log.exception("on_error failed")

    def flush(self, timeout):
        """Waits until everything was stored or refused; false: not within `timeout` seconds."""
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._changed:
            self._hurry = True
            if self._queue:
                self._start_thread()
            self._changed.notify_all()
            while self._queue:
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                self._changed.wait(left)
            return True

    def close(self, timeout):
        """Ends the thread, and sends what waits in the caller's own thread: at the end no other can be started."""
        deadline = time.monotonic() + timeout
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if not self._sending.acquire(timeout=max(0.0, timeout)):
            return self._give_up()
        try:
            while self._queue:
                wait = self._not_before - time.monotonic()
                left = deadline - time.monotonic()
                if left <= max(0.0, wait):
                    return self._give_up()
                time.sleep(max(0.0, wait))
                self._send(max(0.1, min(self._timeout, deadline - time.monotonic())))
            return True
        finally:
            self._sending.release()
            _open.discard(self)

    def _give_up(self):
        waiting = list(self._queue)
        if waiting:
            self._report("unsent", f"{len(waiting)} {'message was' if len(waiting) == 1 else 'messages were'} not sent before the end", waiting)
        return not waiting

    def close_at_exit(self):
        self._exiting = True
        if self._queue:
            log.info("sending %d messages before the end", len(self._queue))
        self.close(self._exit_timeout)


def _errors_of(result):
    errors = result.get("errors") or []
    return "; ".join(f"{error.get('field') or 'message'}: {error.get('message')}" for error in errors) or "refused"


# Registered when this is imported: handlers that are registered later run before it, and what they report is sent too.
@atexit.register
def _close_all():
    for worker in list(_open):
        worker.close_at_exit()


def _after_fork():
    for worker in list(_open):
        worker.forget_parent()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
