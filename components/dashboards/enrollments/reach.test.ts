import { expect, test } from "vitest";
import { nameOfUnknown, reachSentence, unknownSentence } from "./reach.ts";

const NONE = { count: 0, first: [] };

test("S26: it is said how many people can be reached before they are enrolled", () => {
  const say = (people: number, withEmail: number) => reachSentence({ people, withEmail, unknown: NONE });
  expect(say(20, 5)).toBe("20 people, 5 can be reached by email, 15 have no address.");
  expect(say(1, 0)).toBe("1 person, 0 can be reached by email, 1 has no address.");
  expect(say(2, 2)).toBe("2 people, 2 can be reached by email.");
  expect(say(0, 0)).toBe("None of these people is known.");
});

test("S26: ids that nobody has are counted and named", () => {
  const first = [{ place: 3, userId: "bob" }];
  expect(unknownSentence({ count: 1, first })).toBe("1 id is not known.");
  expect(unknownSentence({ count: 250, first })).toBe("250 ids are not known. The first 1:");
  expect(nameOfUnknown({ place: 3, userId: "bob" })).toBe("bob (number 3)");
});
