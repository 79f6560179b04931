import { expect, test } from "vitest";
import { readRequest } from "./seed-scenarios.ts";

test("a scenario is asked for by name, with its own number of people unless one is given", () => {
  expect(readRequest(["demo"])).toMatchObject({ name: "demo", people: 2_000 });
  expect(readRequest(["load", "250"])).toMatchObject({ name: "load", people: 250 });
});

test("what is no scenario is answered with those there are", () => {
  for (const args of [[], ["shop"], ["constructor"]]) {
    expect(readRequest(args)).toMatch(/ {2}demo .*\n {2}load /);
  }
  expect(readRequest(["shop"])).toContain("There is no scenario “shop”");
});

test("what is no number of people is refused with an example", () => {
  for (const args of [
    ["load", "many"],
    ["load", "0"],
    ["load", "1.5"],
    ["load", "10", "20"],
  ]) {
    expect(readRequest(args)).toContain("npm run seed -- load 10000");
  }
});
