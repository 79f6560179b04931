import { expect, test } from "vitest";
import { changesOf } from "./changes-of.ts";

test("fields that differ are told with both values, others not at all", () => {
  const before = { name: "Old", rules: { all: [1] }, description: null, status: "draft" };
  const after = { name: "New", rules: { all: [1] }, description: undefined, status: "live" };
  expect(changesOf(before, after, ["name", "rules", "description"])).toEqual({ name: { from: "Old", to: "New" } });
});

test("of a secret is told only that it changed, and long values are cut", () => {
  const before = { signingSecret: "a", text: "", webhook: { url: "https://a.example", secret: "one" } };
  const after = { signingSecret: "b", text: "x".repeat(5_000), webhook: { url: "https://b.example", secret: "two" } };
  const changes = changesOf(before, after, Object.keys(before));
  expect(changes.signingSecret).toEqual({});
  expect(changes.webhook).toEqual({ from: { url: "https://a.example" }, to: { url: "https://b.example" } });
  expect(JSON.stringify(changes).length).toBeLessThan(2_200);
});
