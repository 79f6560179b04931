import { expect, test, vi } from "vitest";
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

const dated = (template: string, traits: Record<string, unknown> = {}) =>
  renderEmail({ subject: "", html: template, text: "" }, { traits, workspace: { timezone: "Asia/Tokyo" } }).html;

test.each<[string, unknown, string]>([
  ["milliseconds", 1_795_994_422_123, "2026-11-29 23:20"],
  ["seconds", 1_795_994_422, "2026-11-29 23:20"],
  ["a birthday of 1970 in milliseconds", 14_256_000_000, "1970-06-15 00:00"],
  ["PostgreSQL's own text", "2026-06-01 10:00:00+02", "2026-06-01 08:00"],
  ["a zone in brackets", "2026-06-01T22:00:00[America/New_York]", "2026-06-02 02:00"],
  ["a wall time", "2026-03-08 02:30:00", "2026-03-08 02:30"],
  ["a day", "2026-03-01", "2026-03-01 00:00"],
  ["a day in another order", "01.03.2026", "01.03.2026"],
  ["a number alone", "12", "12"],
  ["a day that does not exist", "2026-02-30", "2026-02-30"],
  ["a word", "soon", "soon"],
  ["microseconds", 1_795_994_422_123_456, "1795994422123456"],
])("L7: a date in a message is read as a wait reads it: %s", (_, d, printed) => {
  expect(dated('{{ traits.d | date: "%Y-%m-%d %H:%M" }}', { d })).toBe(printed);
});

test("L7: a wall time is printed as written whatever zone the message names, an exact one in that zone", () => {
  const template = '{{ traits.d | date: "%H:%M", "America/New_York" }}';
  expect(dated(template, { d: "2026-06-01T10:00" })).toBe("10:00");
  expect(dated(template, { d: "2026-06-01T10:00Z" })).toBe("06:00");
});

test("L7: the zone of the host changes nothing", () => {
  vi.stubEnv("TZ", "America/New_York");
  try {
    expect(dated('{{ traits.d | date: "%F %R" }} {{ traits.d | date_to_string }}', { d: "2026-03-01 00:00:00" })).toBe(
      "2026-03-01 00:00 01 Mar 2026",
    );
  } finally {
    vi.unstubAllEnvs();
  }
});

test("every directive that Liquid has in Ruby is printed as a date", () => {
  const d = "2027-01-03T05:07:09Z";
  expect(dated('{{ traits.d | date: "%F %T %R %D %r %v %G-W%V %g %%F" }}', { d })).toBe(
    "2027-01-03 05:07:09 05:07 01/03/27 05:07:09 AM  3-JAN-2027 2026-W53 26 %F",
  );
  expect(dated('{{ traits.d | date: "%G-W%V", 600 }}', { d: "2027-01-04T05:07:09Z" })).toBe("2026-W53");
});
