import { expect, test } from "vitest";
import { complete, mentionedIn, suggested } from "./mentions.ts";

const ada = { userId: "1", name: "Ada Lovelace", email: "ada@acme.example" };
const unnamed = { userId: "2", name: "", email: "ops@acme.example" };
const members = [ada, unnamed];

test("a name or an address after @ mentions a member, in any case", () => {
  expect(mentionedIn("Ask @ada lovelace and @ops@acme.example.", members)).toEqual(members);
  expect(mentionedIn("Ask ada", members)).toEqual([]);
});

test("while a mention is being written, the members that it may mean are offered, and one completes it", () => {
  expect(suggested("Hello @a", members)).toEqual(members);
  expect(suggested("Hello @lov", members)).toEqual([ada]);
  expect(suggested("Hello", members)).toEqual([]);
  expect(suggested("mail@acme", members)).toEqual([]);
  expect(complete("Hello @lov", ada)).toBe("Hello @Ada Lovelace ");
});
