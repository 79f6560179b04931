import { expect, test } from "vitest";
import { edge, node } from "../document/testing.ts";
import { drawJourney } from "./draw-journey.ts";

test("a picture has every step by its label, every edge, and is well-formed whatever a label says", () => {
  const canvas = {
    nodes: [
      node("if", "CONDITION", { label: 'A <b> & "c"\u0007', position: { x: -20, y: 10 } }),
      node("yes", "EXIT", { position: { x: -200, y: 200 } }),
      node("no", "EXIT", { position: { x: 200, y: 200 }, label: "x".repeat(119) }),
    ],
    edges: [edge("if", "yes", { branch: "TRUE" }), edge("if", "no", { branch: "FALSE" })],
  };
  const { svg, width } = drawJourney(canvas, "down");
  expect(svg).toContain("A &lt;b&gt; &amp; &quot;c&quot; ");
  expect(svg).not.toMatch(/\p{Cc}(?<!\n)/u);
  expect(svg.match(/<path /g)).toHaveLength(2);
  expect(svg).toContain(">True</text>");
  expect(svg).toContain(`${"x".repeat(31)}…`);
  expect(width).toBeGreaterThan(600);
});
