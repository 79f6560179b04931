import { expect, test } from "vitest";
import { Until } from "#journey";
import { asLocalDateTime } from "./date-time.ts";

test("S33: a local date and time goes into the browser's field, also with a space or seconds", () => {
  expect(asLocalDateTime("2026-05-01T09:00")).toBe("2026-05-01T09:00");
  expect(asLocalDateTime("2026-05-01 09:00:30")).toBe("2026-05-01T09:00:30");
  expect(asLocalDateTime(undefined)).toBe("");
});

test.each(["2026-05-01T09:00:00Z", "2026-05-01T09:00+02:00", "2026-05-01", "2026-05-01T09:00:00.1234567"])(
  "S33: %s is a date to wait for that the field would lose: it is shown as it is written",
  (at) => {
    expect(Until.safeParse({ at }).success).toBe(true);
    expect(asLocalDateTime(at)).toBeNull();
  },
);
