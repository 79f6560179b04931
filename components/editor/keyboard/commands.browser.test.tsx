import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { edge, idOf, node } from "../document/testing.ts";
import { type Built, renderBuilder } from "../testing/render-builder.tsx";

const at = (x: number, y: number) => ({ position: { x, y } });
const step = (name: string) => document.querySelector<HTMLElement>(`[data-step="${idOf(name)}"]`);
const named = ({ canvas }: Built, name: string) => canvas().nodes.find((one) => one.name === name);

async function shown(): Promise<Built> {
  const built = await renderBuilder({
    nodes: [
      node("start", "TRIGGER", at(0, 0)),
      node("pause", "WAIT", { ...at(40, 160), config: { duration: "1d" } }),
      node("mail", "CONTENT", { ...at(90, 320), config: { contentType: "email" } }),
      node("done", "EXIT", at(0, 500)),
    ],
    edges: [edge("start", "pause"), edge("pause", "mail"), edge("mail", "done")],
  });
  await expect.poll(() => step("done")).not.toBeNull();
  return built;
}

async function focusOn(name: string): Promise<void> {
  await expect.poll(() => step(name)).not.toBeNull();
  step(name)?.focus();
}

test("the menu of a step switches it off, and D switches it on again", async () => {
  const built = await shown();
  await page.getByRole("button", { name: /^Wait: Pause/ }).click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Disable/ }).click();
  await expect.poll(() => named(built, "pause")?.disabled).toBe(true);
  await expect.element(page.getByRole("button", { name: /^Wait, disabled: Pause/ })).toBeVisible();
  await focusOn("pause");
  await userEvent.keyboard("d");
  await expect.poll(() => named(built, "pause")?.disabled).toBeUndefined();
});

test("the menu of a way in does not offer to switch it off", async () => {
  await shown();
  await page.getByRole("button", { name: /^Trigger: Start/ }).click({ button: "right" });
  await expect.element(page.getByRole("menuitem", { name: /^Rename/ })).toBeVisible();
  expect(page.getByRole("menuitem", { name: /^Disable/ }).query()).toBeNull();
  await userEvent.keyboard("{Escape}");
});

test("R puts another step in the place of one, between the same neighbours", async () => {
  const { canvas } = await shown();
  await focusOn("pause");
  await userEvent.keyboard("r");
  await page.getByPlaceholder("Replace it with…").fill("update");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => canvas().nodes.map(({ type }) => type)).toEqual(["TRIGGER", "ACTION", "CONTENT", "EXIT"]);
  const fresh = canvas().nodes[1]?.id;
  expect(canvas().edges.map(({ sourceNodeId, targetNodeId }) => [sourceNodeId, targetNodeId])).toEqual([
    [idOf("start"), fresh],
    [fresh, idOf("mail")],
    [idOf("mail"), idOf("done")],
  ]);
  expect(canvas().nodes[1]?.position).toEqual({ x: 40, y: 160 });
});

test("F2 selects the whole label, typing replaces it, and Enter leads back to the step", async () => {
  const built = await shown();
  await focusOn("pause");
  await userEvent.keyboard("{F2}");
  await expect.element(page.getByLabelText("Label")).toHaveFocus();
  await userEvent.keyboard("One day off!");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.activeElement).toBe(step("pause"));
  expect(named(built, "pause")).toMatchObject({ label: "One day off!", name: "pause" });
  await expect.element(page.getByRole("button", { name: /^Wait: One day off!/ })).toBeVisible();
});

test("Ctrl+F finds a step by its name and goes there", async () => {
  await shown();
  await focusOn("start");
  await userEvent.keyboard("{Control>}f{/Control}");
  await page.getByPlaceholder("Find a step…").fill("don");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.activeElement).toBe(step("done"));
});

test("selected steps are aligned and distributed, each as one entry of the history", async () => {
  const { canvas } = await shown();
  await focusOn("start");
  await userEvent.keyboard("{Control>}a{/Control}");
  await page.getByRole("button", { name: "Align in a column" }).click();
  await expect.poll(() => canvas().nodes.map(({ position }) => position.x)).toEqual([0, 0, 0, 0]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => canvas().nodes.map(({ position }) => position.x)).toEqual([0, 40, 90, 0]);
  await page.getByRole("button", { name: "Distribute down" }).click();
  await expect.poll(() => canvas().nodes.map(({ position }) => position.y)).toEqual([0, 167, 333, 500]);
});
