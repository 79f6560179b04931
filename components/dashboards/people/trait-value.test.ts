import { expect, it } from "vitest";
import { traitChanges } from "./trait-value.ts";

it("sends only what changed, and null for what is gone", () => {
  const before = { plan: "free", seats: 3, city: "Bern" };
  const rows = [
    { name: "plan", text: "pro" },
    { name: "seats", text: "3" },
    { name: " level ", text: "1" },
    { name: "", text: "x" },
  ];
  expect(traitChanges(before, rows)).toEqual({ plan: "pro", level: 1, city: null });
});
