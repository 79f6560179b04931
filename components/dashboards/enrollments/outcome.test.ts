import { expect, it } from "vitest";
import { outcomeLines } from "./outcome.ts";

const outcome = (status: string, reason: string | null = null, personId = status) => ({
  personId,
  enrollmentId: reason === null ? `of ${personId}` : null,
  status,
  reason,
});

it("S26: groups people by what happened to them, the largest group first, and names them", () => {
  const outcomes = [
    outcome("NOT_ENROLLED", "already_in", "ada"),
    outcome("ACTIVE", null, "bob"),
    outcome("ACTIVE", null, "cleo"),
  ];
  expect(outcomeLines(outcomes)).toEqual([
    {
      words: "entered",
      count: 2,
      people: [
        { personId: "bob", enrollmentId: "of bob" },
        { personId: "cleo", enrollmentId: "of cleo" },
      ],
    },
    { words: "already in this journey", count: 1, people: [{ personId: "ada", enrollmentId: null }] },
  ]);
});

it("prints a reason it does not know", () => {
  expect(outcomeLines([outcome("NOT_ENROLLED", "out_of_range")])[0]?.words).toBe("out of range");
});
