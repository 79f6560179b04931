import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { edge, idOf, node } from "../document/testing.ts";
import { type Built, renderBuilder } from "../testing/render-builder.tsx";

const at = (x: number, y: number) => ({ position: { x, y } });
const step = (name: string) => document.querySelector<HTMLElement>(`[data-step="${idOf(name)}"]`);
const annotations = ({ canvas }: Built) => canvas().annotations ?? [];
const placeOf = ({ canvas }: Built, name: string) => canvas().nodes.find((one) => one.name === name)?.position;

async function shown(): Promise<Built> {
  const built = await renderBuilder({
    nodes: [
      node("start", "TRIGGER", at(0, 0)),
      node("pause", "WAIT", { ...at(0, 160), config: { duration: "1d" } }),
      node("done", "EXIT", at(0, 320)),
    ],
    edges: [edge("start", "pause"), edge("pause", "done")],
  });
  await expect.poll(() => step("done")).not.toBeNull();
  return built;
}

async function chooseAll(): Promise<void> {
  step("start")?.focus();
  await userEvent.keyboard("{Control>}a{/Control}");
}

test("Shift+S adds a note beside the step and opens it for writing; undo takes it back", async () => {
  const built = await shown();
  step("pause")?.focus();
  await userEvent.keyboard("{Shift>}S{/Shift}");
  await expect.element(page.getByLabelText("Text")).toHaveFocus();
  await userEvent.keyboard("Ask Ada first");
  await expect.poll(() => annotations(built)).toMatchObject([{ kind: "note", text: "Ask Ada first" }]);
  await userEvent.keyboard("{Escape}");
  const note = page.getByRole("button", { name: "Note: Ask Ada first" });
  await expect.element(note).toHaveFocus();
  await userEvent.keyboard("{Alt>}{ArrowDown}{/Alt}");
  await expect.poll(() => annotations(built)).toMatchObject([{ position: { y: 180 } }]);
  await userEvent.keyboard("{ArrowUp}");
  await expect.poll(() => document.activeElement).toBe(step("pause"));
  for (let times = 0; times < 3; times++) await userEvent.keyboard("{Control>}z{/Control}");
  await expect.poll(() => annotations(built)).toEqual([]);
});

test("Ctrl+G groups the chosen steps under a label, and they move together; ungrouping keeps them", async () => {
  const built = await shown();
  await chooseAll();
  await userEvent.keyboard("{Control>}g{/Control}");
  await expect.element(page.getByLabelText("Label")).toHaveFocus();
  await userEvent.keyboard("Welcome");
  await userEvent.keyboard("{Escape}");
  const group = page.getByRole("button", { name: /^Group of 3 steps: Welcome/ });
  await expect.element(group).toHaveFocus();
  await userEvent.keyboard("{Alt>}{ArrowRight}{/Alt}");
  await expect.poll(() => ["start", "pause", "done"].map((name) => placeOf(built, name)?.x)).toEqual([20, 20, 20]);
  await group.click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Ungroup/ }).click();
  await expect.poll(() => annotations(built)).toEqual([]);
  expect(built.canvas().nodes).toHaveLength(3);
});

test("dragging the label of a group moves its steps and the notes inside, as one entry of the history", async () => {
  const built = await shown();
  await chooseAll();
  await userEvent.keyboard("{Control>}g{/Control}");
  await page.getByRole("button", { name: "Close panel" }).click();
  const label = page.getByRole("button", { name: /^Group of 3 steps: Group/ });
  const before = placeOf(built, "pause");
  const box = label.element().getBoundingClientRect();
  const from = { x: box.left + 8, y: box.top + 8 };
  const send = (type: string, x: number, y: number, target: Element | Window) =>
    target.dispatchEvent(
      new MouseEvent(type, { bubbles: true, clientX: x, clientY: y, button: 0, buttons: 1, view: window }),
    );
  send("mousedown", from.x, from.y, label.element());
  for (const by of [10, 40, 80]) send("mousemove", from.x + by, from.y, window);
  send("mouseup", from.x + 80, from.y, window);
  await expect.poll(() => (placeOf(built, "pause")?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan(40);
  expect(placeOf(built, "start")?.x).toBe(placeOf(built, "done")?.x);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => placeOf(built, "pause")).toEqual(before);
});

test("deleting a step takes it out of its group, and copies of chosen steps have their group", async () => {
  const built = await shown();
  await chooseAll();
  await userEvent.keyboard("{Control>}g{/Control}");
  await page.getByRole("button", { name: "Close panel" }).click();
  step("pause")?.focus();
  await page.getByRole("button", { name: /^Wait: Pause/ }).click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Delete/ }).click();
  await expect.poll(() => annotations(built)).toMatchObject([{ nodeIds: [idOf("start"), idOf("done")] }]);
  await chooseAll();
  await userEvent.keyboard("{Control>}d{/Control}");
  await expect.poll(() => annotations(built).length).toBe(2);
});

test("in the outline notes and groups are written, opened and found", async () => {
  const built = await shown();
  await page.getByRole("radio", { name: "Outline" }).click();
  await page.getByRole("button", { name: "Add a note" }).click();
  await page.getByLabelText("Text").fill("Only in May");
  await page.getByRole("button", { name: "Close panel" }).click();
  await page.getByRole("treeitem", { name: /Pause/ }).click();
  await page.getByRole("button", { name: "Group the step" }).click();
  await page.getByLabelText("Label").fill("Waiting");
  await page.getByRole("combobox", { name: "Add a step to the group" }).click();
  await page.getByRole("option", { name: "Done" }).click();
  await expect
    .poll(() => annotations(built))
    .toMatchObject([
      { kind: "note", text: "Only in May" },
      { kind: "group", label: "Waiting", nodeIds: [idOf("pause"), idOf("done")] },
    ]);
  await page.getByRole("button", { name: "Close panel" }).click();
  await userEvent.keyboard("{Control>}f{/Control}");
  await page.getByPlaceholder("Find a step…").fill("may");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("button", { name: /^Only in May/ })).toHaveFocus();
});
