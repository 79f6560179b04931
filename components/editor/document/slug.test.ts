import { expect, test } from "vitest";
import { slug } from "./slug.ts";

test("a name is what can be typed in code, in any script", () => {
  expect(["Welcome email!", "  two  days ", "Grüße_2", "!!", "a-b"].map(slug)).toEqual([
    "welcome_email",
    "two_days",
    "grüße_2",
    "",
    "a-b",
  ]);
});
