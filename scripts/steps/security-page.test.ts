import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const PAGE = readFileSync("docs/security.md", "utf8");

/** Requirements of levels 1 and 2 of ASVS 5.0, by section; those of a section are numbered from 1. */
const SECTIONS: Readonly<Record<string, number>> = {
  ...{ "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2, "3.3": 4 },
  ...{ "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3 },
  ...{ "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5 },
  ...{
    "7.5": 2,
    "7.6": 2,
    "8.1": 2,
    "8.2": 3,
    "8.3": 1,
    "8.4": 1,
    "9.1": 3,
    "9.2": 4,
    "10.1": 2,
    "10.2": 2,
    "10.3": 4,
  },
  ...{ "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1 },
  ...{ "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3 },
  ...{
    "15.1": 3,
    "15.2": 3,
    "15.3": 7,
    "16.1": 1,
    "16.2": 5,
    "16.3": 4,
    "16.4": 3,
    "16.5": 3,
    "17.1": 1,
    "17.2": 4,
    "17.3": 2,
  },
};

const wanted = Object.entries(SECTIONS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `V${section}.${index + 1}`),
);

/** `V10.4.1 to V10.4.11` stands for all of them. */
const listed = [...PAGE.matchAll(/V(\d+\.\d+)\.(\d+)(?: to V\d+\.\d+\.(\d+))?/g)].flatMap(([, section, from, to]) =>
  Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, index) => `V${section}.${Number(from) + index}`),
);
const rows = [...PAGE.matchAll(/^\| (V[\d.]+) \| (\w+) \| (.*) \| (.*) \|$/gm)];

test("every requirement of level 2 has a row, or a reason why it does not apply", () => {
  expect(wanted).toHaveLength(253);
  expect(wanted.filter((id) => !listed.includes(id))).toEqual([]);
  const own = rows.map(([, id]) => id);
  expect(new Set(own).size).toBe(own.length);
});

test("a row is met, partly met, open or of the deployment, says how, and names a test that is there or none", () => {
  expect(rows.length).toBeGreaterThan(180);
  for (const [, id, state, how, shown] of rows) {
    expect(["met", "partly", "open", "deployment"], id).toContain(state);
    expect((how ?? "").length, id).toBeGreaterThan(3);
    const file = /^`([^`]+\.(?:test|spec)\.tsx?)`$/.exec(shown ?? "")?.[1];
    expect([id, shown === "–" || (file !== undefined && existsSync(file))]).toEqual([id, true]);
  }
});
