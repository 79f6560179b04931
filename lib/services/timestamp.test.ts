import { expect, test } from "vitest";
import { iso } from "#services";

test.each([
  ["2026-03-02 09:00:00.5+00", "2026-03-02T09:00:00.500Z"],
  ["1800-03-02 09:00:00+00", "1800-03-02T09:00:00.000Z"],
  ["33658-09-27 01:46:40+00", "9999-12-31T23:59:59.999Z"],
  ["infinity", "9999-12-31T23:59:59.999Z"],
  ["-infinity", "0000-01-01T00:00:00.000Z"],
  ["0044-03-15 12:00:00+00 BC", "0000-01-01T00:00:00.000Z"],
  [1e15, "9999-12-31T23:59:59.999Z"],
  [1.8e18, "9999-12-31T23:59:59.999Z"],
  [new Date(Number.NaN), "9999-12-31T23:59:59.999Z"],
])("S3: %s, as a row may hold it, is shown as %s and never fails a list", (stored, shown) => {
  expect(iso(stored)).toBe(shown);
});
