import { expect, test } from "vitest";
import { ranked } from "./rank.ts";

const STEPS = [
  { title: "Trigger", words: "start entry event page click enter" },
  { title: "Webhook", words: "http call url api request response answer" },
  { title: "Update person", words: "action tag stage trait attribute segment event update set" },
  { title: "Wait for condition", words: "until true rule trait segment" },
  { title: "Wait", words: "delay pause time date days hours until" },
  { title: "Condition", words: "if branch rule true false path decision" },
  { title: "Random split", words: "ab test random percent experiment share" },
  { title: "Goal check", words: "goal conversion met reached" },
];
const found = (search: string) => ranked(STEPS, search, (step) => step).map(({ title }) => title);

test("2.2: the exact title comes first, then titles that begin so, then words of a title, then other words", () => {
  expect(found("wait")).toEqual(["Wait", "Wait for condition"]);
  expect(found("condition")).toEqual(["Condition", "Wait for condition"]);
  expect(found("split")).toEqual(["Random split"]);
  expect(found("goal")).toEqual(["Goal check"]);
  expect(found("tr")).toEqual(["Trigger", "Update person", "Wait for condition", "Condition"]);
  expect(found("delay")).toEqual(["Wait"]);
});

test("2.2: several words, accents and capitals are searched as one would say them", () => {
  expect(found("wait cond")).toEqual(["Wait for condition"]);
  expect(found("  WAÏT ")).toEqual(["Wait", "Wait for condition"]);
  expect(found("nonsense")).toEqual([]);
  expect(found("")).toHaveLength(STEPS.length);
});
