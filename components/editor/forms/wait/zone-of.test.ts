import { expect, test } from "vitest";
import { zoneOf } from "./zone-of.ts";

test("the person's own zone counts, then the journey's, then the workspace's, and it says which", () => {
  expect(zoneOf({ timezone: "Asia/Tokyo" }, "Europe/Bern", "UTC")).toMatchObject({ zone: "Asia/Tokyo" });
  expect(zoneOf({}, "Europe/Berlin", "UTC")).toEqual({
    zone: "Europe/Berlin",
    source: "the journey’s zone, as the person has none",
  });
  expect(zoneOf({ timezone: "Mars" }, null, "Europe/Berlin")).toEqual({
    zone: "Europe/Berlin",
    source: "the workspace’s zone, as “Mars” is not a known zone",
  });
});
