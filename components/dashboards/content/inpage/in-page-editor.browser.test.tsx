import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Content } from "#data";
import { newDocuments } from "#inpage";
import { createdBy, render, requestsTo } from "#rendering";
import { InPageEditor } from "./in-page-editor.tsx";

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const draftOf = async (id: string) => (await (await fetch(`/api/content/${id}/draft`)).json()).data?.body;

test("blocks are added, moved, taken away and brought back by keys, and a fault is named at its field", async () => {
  const body = newDocuments.modal();
  const item = await createdBy<Content>("/api/content", { type: "modal", name: "By keys", body });
  const sent = requestsTo(`PUT /api/content/${item.id}/draft`);
  render(<InPageEditor item={item} stored={null} />);
  await button("Add a block").click();
  await page.getByRole("menuitem", { name: "Image" }).click();
  await expect.element(button(/^Image/)).toHaveFocus();
  await expect.element(page.getByRole("alert").first()).not.toBeInTheDocument();
  await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
  await expect.element(page.getByText("Moved to place 3 of 4.")).toBeInTheDocument();
  const types = async () => (await draftOf(item.id))?.blocks.map(({ type }: { type: string }) => type);
  await expect.poll(types, { timeout: 5_000 }).toEqual(["heading", "text", "image", "buttons"]);
  await userEvent.keyboard("{Delete}");
  await expect.element(button(/^Image/)).not.toBeInTheDocument();
  await expect.element(button(/^Buttons/)).toHaveFocus();
  await button("Undo").click();
  await expect.element(button(/^Image/)).toBeVisible();

  await page.getByRole("tab", { name: "When it is shown" }).click();
  await page.getByLabelText("Priority").fill("900");
  await expect.element(page.getByLabelText("Priority")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabelText("Priority").fill("90");
  await expect.element(page.getByLabelText("Priority")).not.toHaveAttribute("aria-invalid");
  await page.getByRole("switch", { name: /Limit how often/ }).click();
  await expect
    .poll(async () => await draftOf(item.id), { timeout: 5_000 })
    .toMatchObject({ priority: 90, frequency: { most: 3, per: "7d" } });
  expect(sent.length).toBeGreaterThan(1);
});
