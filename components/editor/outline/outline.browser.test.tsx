import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { choose } from "#rendering";
import { edge, idOf, node } from "../document/testing.ts";
import { renderBuilder } from "../testing/render-builder.tsx";

const rows = () => [...document.querySelectorAll<HTMLElement>("[role=treeitem]")];
const labels = () => rows().map((row) => row.querySelector(".font-medium")?.textContent);
const row = (name: string) => document.querySelector<HTMLElement>(`[data-outline="${idOf(name)}"]`);

async function shown() {
  const built = await renderBuilder({
    nodes: [
      node("start", "TRIGGER"),
      node("pause", "WAIT", { position: { x: 0, y: 100 }, config: { duration: "1d" } }),
      node("tag", "ACTION", { position: { x: 0, y: 200 } }),
      node("which", "CONDITION", { position: { x: 0, y: 300 } }),
      node("yes", "EXIT"),
      node("no", "EXIT"),
    ],
    edges: [
      edge("start", "pause"),
      edge("pause", "tag"),
      edge("tag", "which"),
      edge("which", "yes", { branch: "TRUE" }),
      edge("which", "no", { branch: "FALSE" }),
    ],
  });
  await page.getByRole("radio", { name: "Outline" }).click();
  await expect.poll(labels).toEqual(["Start", "Pause", "Tag", "Which", "Yes", "No"]);
  return built;
}

test("in the outline a step is moved, inserted before another one, and taken back", async () => {
  await shown();
  await choose(page.getByRole("button", { name: "More for Tag" }), "Move up", "menuitem");
  await expect.poll(labels).toEqual(["Start", "Tag", "Pause", "Which", "Yes", "No"]);
  // The menu gives the focus back to its button.
  await expect.element(page.getByRole("button", { name: "More for Tag" })).toHaveFocus();
  row("tag")?.focus();
  await userEvent.keyboard("{Alt>}{ArrowDown}{/Alt}");
  await expect.poll(labels).toEqual(["Start", "Pause", "Tag", "Which", "Yes", "No"]);
  await choose(page.getByRole("button", { name: "More for Tag" }), "Insert a step before", "menuitem");
  await page.getByPlaceholder("Add a step…").fill("webhook");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => labels()[2]).toBe("Webhook");
  for (let left = 3; left > 0; left -= 1) await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(labels).toEqual(["Start", "Pause", "Tag", "Which", "Yes", "No"]);
});

test("a branching step folds and says so, by the keyboard", async () => {
  await shown();
  row("which")?.focus();
  expect(row("which")?.getAttribute("aria-expanded")).toBe("true");
  await userEvent.keyboard("{ArrowLeft}");
  await expect.poll(labels).toEqual(["Start", "Pause", "Tag", "Which"]);
  expect(row("which")?.getAttribute("aria-expanded")).toBe("false");
  await userEvent.keyboard("{ArrowRight}");
  await expect.poll(() => rows().length).toBe(6);
  expect(row("start")?.hasAttribute("aria-expanded")).toBe(false);
});
