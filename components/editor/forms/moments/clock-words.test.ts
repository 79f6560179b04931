import { expect, test } from "vitest";
import { clockWords } from "./clock-words.ts";

test("S24: whose clock a forecast goes by is said, and why it is not the person's", () => {
  expect(clockWords({ zone: "Asia/Tokyo", zoneFrom: "person", unreadableZone: null })).toBe(
    "Asia/Tokyo, the person’s own zone",
  );
  expect(clockWords({ zone: "Europe/Berlin", zoneFrom: "workspace", unreadableZone: "GMT+2" })).toBe(
    "Europe/Berlin, the workspace’s zone, because “GMT+2” is not a time zone",
  );
  expect(clockWords({ zone: null, zoneFrom: null, unreadableZone: null })).toBe("");
});
