import os
import unittest
from unittest import mock

from sojourn import Analytics


class Setting_up(unittest.TestCase):
    def test_the_key_and_the_address_come_from_the_environment(self):
        both = {"SOJOURN_SECRET_KEY": "sk_a", "ASCENDKIT_SECRET_KEY": "sk_b", "SOJOURN_URL": "http://127.0.0.1:1"}
        for key, environment in (("sk_a", both), ("sk_b", {**both, "SOJOURN_SECRET_KEY": ""})):
            with mock.patch.dict(os.environ, environment, clear=True):
                headers = Analytics()._worker._transport._headers
            self.assertEqual(headers["Authorization"], "Bearer " + key)

    def test_what_is_missing_is_named(self):
        with mock.patch.dict(os.environ, {}, clear=True):
            with self.assertRaisesRegex(ValueError, "SOJOURN_SECRET_KEY"):
                Analytics(url="http://127.0.0.1:1")
            with self.assertRaisesRegex(ValueError, "SOJOURN_URL"):
                Analytics("sk_a")
        with self.assertRaisesRegex(ValueError, "http://"):
            Analytics("sk_a", "sojourn.example.com")


class Calling(unittest.TestCase):
    def setUp(self):
        self.analytics = Analytics("sk_a", "http://127.0.0.1:1", max_queued=2, max_retry=60, exit_timeout=0)

    def tearDown(self):
        self.analytics.close(0)

    def test_a_wrong_argument_is_refused_with_its_name(self):
        for error, name, call in (
            (ValueError, "event", lambda a: a.track("u", "")),
            (ValueError, "event", lambda a: a.track("u", None)),
            (ValueError, "user_id", lambda a: a.track("", "x")),
            (ValueError, "user_id", lambda a: a.track(None, "x")),
            (ValueError, "user_id", lambda a: a.track("u" * 256, "x")),
            (TypeError, "properties", lambda a: a.track("u", "x", ["plan"])),
            (TypeError, "properties.at", lambda a: a.track("u", "x", {"at": object()})),
            (ValueError, "bytes", lambda a: a.track("u", "x", {"text": "x" * 1_000_000})),
            (ValueError, "previous_id", lambda a: a.alias("u", None)),
        ):
            with self.assertRaisesRegex(error, name):
                call(self.analytics)
        self.assertEqual(self.analytics.queued, 0)

    def test_a_full_queue_takes_no_more_and_says_so_once(self):
        heard = []
        self.analytics._worker._on_error = lambda reason, text, messages: heard.append(reason)
        with self.assertLogs("sojourn", "ERROR"):
            taken = [self.analytics.track("u", "x") for _ in range(4)]
        self.assertEqual(taken, [True, True, False, False])
        self.assertEqual(heard, ["full"])


if __name__ == "__main__":
    unittest.main()
