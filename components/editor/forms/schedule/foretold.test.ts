import { expect, test } from "vitest";
import { foretell } from "./foretold.ts";

const now = Date.parse("2026-03-02T12:00:00Z");
const cron = "0 9 * * *";
const moments = (runs: readonly number[] | undefined) => runs?.map((at) => new Date(at).toISOString());

test.each(["I", "IS", "IST", "PST", "Europe/", "Europe/Ber", "+02:00", "Mars"])(
  "L2: “%s” in the field of the time zone leaves nothing to foretell, and no error",
  (timezone) => expect(foretell({ cron, timezone }, "UTC", now)).toBeNull(),
);

test("L2: neither does a workspace's zone that no clock knows", () => {
  expect(foretell({ cron }, "PST", now)).toBeNull();
});

test("a schedule follows its own zone, or the workspace's while the field is empty", () => {
  const own = foretell({ cron, timezone: "Asia/Tokyo" }, "Europe/Berlin", now);
  expect(own).toMatchObject({ zone: "Asia/Tokyo", isOwnZone: true });
  expect(moments(own?.runs)).toEqual([
    "2026-03-03T00:00:00.000Z",
    "2026-03-04T00:00:00.000Z",
    "2026-03-05T00:00:00.000Z",
  ]);
  const fallen = foretell({ at: "2026-03-03T09:00", timezone: "" }, "Europe/Berlin", now);
  expect(fallen).toMatchObject({ zone: "Europe/Berlin", isOwnZone: false });
  expect(moments(fallen?.runs)).toEqual(["2026-03-03T08:00:00.000Z"]);
});
