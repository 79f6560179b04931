import { expect, test } from "vitest";
import { renderEmail } from "./render-email.ts";

const AT = "2026-06-01T10:00:00Z";

function shown(zone: unknown, workspace: unknown = "Asia/Tokyo"): string {
  const html = `{{ at | date: "%H:%M", traits.timezone }}`;
  const mail = renderEmail(
    { subject: "", html, text: "" },
    { at: AT, traits: { timezone: zone }, workspace: { timezone: workspace } },
  );
  expect(mail.errors).toEqual([]);
  return mail.html;
}

test.each(["Berlin", "", "IST", "GMT+2", null, undefined, {}, "x".repeat(5_000)])(
  "L2: a date in the zone %j, which is none, is printed in the workspace's",
  (zone) => expect(shown(zone)).toBe("19:00"),
);

test("L2: a known zone and an offset are printed as they are, and a workspace without a known one means UTC", () => {
  expect(shown("Europe/Berlin")).toBe("12:00");
  expect(shown("+02:00")).toBe("12:00");
  expect(shown(-120)).toBe("12:00");
  expect(shown("Berlin", "PST")).toBe("10:00");
  expect(shown("Berlin", undefined)).toBe("19:00");
  expect(shown("Berlin", null)).toBe("10:00");
});

test("a date without a zone is printed in UTC, as before", () => {
  const html = `{{ at | date: "%Y-%m-%d %H:%M" }}|{{ at | date }}`;
  expect(renderEmail({ subject: "", html, text: "" }, { at: AT }).html).toMatch(/^2026-06-01 10:00\|.*2026/);
});
