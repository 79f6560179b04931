import { expect, it } from "vitest";
import { slugOf } from "./words.ts";

it("makes a slug of small letters, digits and dashes", () => {
  expect(slugOf("Über uns & mehr!")).toBe("uber-uns-mehr");
  expect(slugOf("  Welcome, {{ name }}!  ")).toBe("welcome-name");
  expect(slugOf("日本")).toBe("content");
});
