import { expect, it } from "vitest";
import { personLabel } from "./person-label.ts";

const known = {
  external_id: "u-1",
  anonymous_id: "0123456789abcdef",
  traits: { name: "Ada", email: "ada@example.com" },
};

it.each([
  ["the name", {}, "Ada"],
  ["the address where the name is blank", { traits: { name: "  ", email: "ada@example.com" } }, "ada@example.com"],
  ["the id where the name is no text", { traits: { name: 7 } }, "u-1"],
  ["the beginning of the anonymous id", { traits: null, external_id: null }, "Visitor 01234567"],
  ["nothing", { traits: {}, external_id: null, anonymous_id: null }, "Unknown"],
])("a person is called by %s", (_, given, label) => {
  expect(personLabel({ ...known, ...given })).toBe(label);
});
