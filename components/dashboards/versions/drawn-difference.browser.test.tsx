import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { JourneyNode } from "#journey";
import { render } from "#rendering";
import { DrawnDifference } from "./drawn-difference.tsx";

const node = (id: string, x: number): JourneyNode => ({
  ...{ id, type: "WAIT" as const, name: `Step ${id}`, config: {}, contentId: null },
  position: { x, y: 0 },
});
const change = (nodeId: string, kind: "added" | "removed" | "changed") => ({
  ...{ nodeId, name: nodeId, type: "WAIT" as const, change: kind, fields: [] },
});

test("both versions are drawn with what differs, and looked at through one view", async () => {
  render(
    <DrawnDifference
      before={{ title: "Version 1", graph: { nodes: [node("a", 0), node("b", 400)], edges: [] } }}
      after={{ title: "The draft", graph: { nodes: [node("a", 0), node("c", 800)], edges: [] } }}
      difference={{
        nodes: [change("a", "changed"), change("b", "removed"), change("c", "added")],
        edges: [],
        settings: [],
      }}
    />,
  );
  const first = page.getByRole("button", { name: /^Version 1, drawn: 2 steps/ });
  const second = page.getByRole("button", { name: /^The draft, drawn: 2 steps/ });
  await expect.element(second).toBeVisible();
  // A button's name has to contain the text that is seen in it, so the drawing is beside the button.
  expect([first.element().textContent, second.element().textContent]).toEqual(["", ""]);
  const drawingOf = (side: typeof first) => side.element().parentElement as HTMLElement;
  const kinds = (side: typeof first) =>
    [...drawingOf(side).querySelectorAll("[data-change]")].map((box) => box.getAttribute("data-change"));
  expect([kinds(first), kinds(second)]).toEqual([
    ["changed", "removed"],
    ["changed", "added"],
  ]);
  const views = () => [first, second].map((side) => drawingOf(side).querySelector("svg")?.getAttribute("viewBox"));
  const [whole] = views();
  await page.getByRole("button", { name: "Zoom in" }).click();
  const [near, other] = views();
  expect(near).not.toBe(whole);
  expect(other).toBe(near);
  first.element().focus();
  await userEvent.keyboard("{ArrowRight}");
  const [moved, alike] = views();
  expect(moved).not.toBe(near);
  expect(alike).toBe(moved);
  await page.getByRole("button", { name: "Show everything" }).click();
  expect(views()).toEqual([whole, whole]);
});
