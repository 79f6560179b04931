import { expect, test } from "vitest";
import { forPreview } from "./stand-in.ts";

test("a preview shows content beside the element of its own page, at once, on any page", () => {
  const target = { signals: [{ kind: "css", value: "#buy" }] };
  const pages = [{ pattern: "/cart" }];
  const shown = forPreview({
    delayMs: 5_000,
    parts: {
      pages,
      custom: { target, pages },
      steps: [{ id: "a", target, pages, advance: [{ on: "click", target }] }],
    },
  });
  const there = { signals: [{ kind: "id", value: "sojourn-target" }] };
  expect(shown).toEqual({
    delayMs: 0,
    parts: {
      custom: { target, pages },
      steps: [{ id: "a", target: there, advance: [{ on: "click", target: there }] }],
    },
  });
});
