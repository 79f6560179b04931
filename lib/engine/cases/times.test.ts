import { describe, expect, test } from "vitest";
import { momentOf } from "#times";
import times from "./times.json" with { type: "json" };

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

describe("R48: a moment means the same wherever it comes in", () => {
  test.each(times)("$name: $value in $zone", ({ value, zone, at }) => {
    expect(iso(momentOf(value, zone))).toBe(at);
  });
});
