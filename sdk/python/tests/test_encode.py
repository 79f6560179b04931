import datetime
import decimal
import enum
import json
import unittest
import uuid

from sojourn.encode import encode


class Plan(enum.Enum):
    PRO = "pro"


def said(value):
    return json.loads(encode({"value": value}))["value"]


class Encoding(unittest.TestCase):
    def test_moments_are_iso_8601_and_a_datetime_without_a_zone_is_local(self):
        zone = datetime.timezone(datetime.timedelta(hours=2))
        self.assertEqual(said(datetime.datetime(2026, 3, 1, 9, 0, tzinfo=zone)), "2026-03-01T07:00:00Z")
        local = datetime.datetime(2026, 3, 1, 9, 0)
        self.assertEqual(datetime.datetime.fromisoformat(said(local).replace("Z", "+00:00")), local.astimezone())
        self.assertEqual(said(datetime.date(2026, 3, 1)), "2026-03-01")
        self.assertEqual(said(datetime.timedelta(minutes=2)), 120.0)

    def test_a_decimal_is_a_number_where_no_digit_is_lost(self):
        self.assertEqual(encode({"a": decimal.Decimal("19.90")}), b'{"a":19.9}')
        self.assertEqual(encode({"a": decimal.Decimal("3")}), b'{"a":3}')
        self.assertEqual(said(decimal.Decimal("0.1234567890123456789012")), "0.1234567890123456789012")
        self.assertEqual(said(decimal.Decimal(2**60)), str(2**60))

    def test_other_values_have_their_plain_form(self):
        one = uuid.UUID(int=1)
        self.assertEqual(said([one, Plan.PRO, (1, 2), {3}]), [str(one), "pro", [1, 2], [3]])
        self.assertEqual(said({5: "five", Plan.PRO: 1}), {"5": "five", "pro": 1})

    def test_characters_that_cannot_be_stored_are_replaced_and_pairs_are_joined(self):
        self.assertEqual(said("a\ud83d\ude00b"), "a\U0001f600b")
        self.assertEqual(said("a\ud83d!\x00"), "a\ufffd!\ufffd")

    def test_what_json_cannot_say_is_refused_with_its_path(self):
        for value, path in (
            ({"a": [1, b"x"]}, "value.a[1]"),
            (float("nan"), "value"),
            (decimal.Decimal("Infinity"), "value"),
            (object(), "value"),
        ):
            with self.assertRaisesRegex(TypeError, "^" + path.replace("[", r"\[") + ":"):
                said(value)
        loop = {}
        loop["self"] = loop
        with self.assertRaisesRegex(TypeError, "nested too deeply"):
            said(loop)


if __name__ == "__main__":
    unittest.main()
