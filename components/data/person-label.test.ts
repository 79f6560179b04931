import { expect, it } from "vitest";
import { personHint, personLabel } from "./person-label.ts";

const id = "0192f0aa-0000-7000-8000-000000000001";

it("calls a person by name, then e-mail, then the owner's id", () => {
  expect(personLabel({ id, externalId: "u1", traits: { name: "Ada", email: "ada@example.com" } })).toBe("Ada");
  expect(personLabel({ id, externalId: "u1", traits: { firstName: "Ada", lastName: "King" } })).toBe("Ada King");
  expect(personLabel({ id, externalId: "u1", traits: { name: " ", email: "ada@example.com" } })).toBe(
    "ada@example.com",
  );
  expect(personLabel({ id, externalId: "u1", traits: {} })).toBe("u1");
});

it("calls an unidentified person a visitor", () => {
  expect(personLabel({ id, anonymousId: "anon-1234567", traits: {} })).toBe("Visitor anon-123");
});

it("adds a hint only when it says something new", () => {
  expect(personHint({ id, externalId: "u1", traits: { name: "Ada", email: "ada@example.com" } })).toBe(
    "ada@example.com",
  );
  expect(personHint({ id, externalId: "u1", traits: {} })).toBeNull();
});
