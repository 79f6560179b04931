import { expect, it } from "vitest";
import { readPeopleList } from "./people-list.ts";

it("reads one id a line, each once", () => {
  expect(readPeopleList("u1\nu2\nu1\n").input).toEqual({ people: [{ userId: "u1" }, { userId: "u2" }] });
});

it("reads the column that names people", () => {
  const list = readPeopleList("email,External_Id\na@example.com,u1\nb@example.com,u2");
  expect(list.input).toEqual({ people: [{ userId: "u1" }, { userId: "u2" }] });
  expect(list.sentence).toBe("2 ids, from the column “External_Id”.");
  expect(readPeopleList("anonymousId\nv1").input).toEqual({ people: [{ anonymousId: "v1" }] });
});

it("says what is missing instead of guessing a column", () => {
  const list = readPeopleList("email,plan\na@example.com,pro");
  expect(list.input).toBeNull();
  expect(list.sentence).toContain("needs a column named userId");
});

it("sends a long list as CSV", () => {
  const ids = Array.from({ length: 1_500 }, (_, index) => `u${index}`);
  const list = readPeopleList(["userId", ...ids].join("\n"));
  expect(list.count).toBe(1_500);
  expect(list.input).toEqual({ csv: ["userId", ...ids].join("\n") });
});

it("has nothing to send for an empty list", () => {
  expect(readPeopleList(" \n").input).toBeNull();
  expect(readPeopleList("userId\n").input).toBeNull();
});
