import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { edge, idOf, node } from "../document/testing.ts";
import { renderBuilder } from "../testing/render-builder.tsx";

test("a step is commented with a mention, answered, resolved and opened again, and its card counts what is open", async () => {
  const { journeyId } = await renderBuilder({
    nodes: [
      node("start", "TRIGGER", { position: { x: 0, y: 0 } }),
      node("pause", "WAIT", { position: { x: 0, y: 160 }, config: { duration: "1d" } }),
    ],
    edges: [edge("start", "pause")],
  });
  const step = () => document.querySelector<HTMLElement>(`[data-step="${idOf("pause")}"]`);
  await expect.poll(step).not.toBeNull();
  step()?.focus();
  await userEvent.keyboard("c");
  await expect.element(page.getByText("No comments yet")).toBeVisible();
  await expect.element(page.getByRole("combobox", { name: "About" })).toHaveTextContent("Pause");
  const field = page.getByRole("textbox", { name: "Comment" });
  await field.fill("Why a day? @");
  await page
    .getByRole("button", { name: /^Mention/ })
    .first()
    .click();
  await expect.element(field).toHaveFocus();
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect.element(page.getByRole("listitem").getByText(/^Why a day\? @./)).toBeVisible();
  const answer = await fetch(`/api/journeys/${journeyId}/comments`);
  const { data } = (await answer.json()) as { data: { nodeId: string; mentions: unknown[] }[] };
  expect(data).toMatchObject([{ nodeId: idOf("pause"), mentions: [{}] }]);
  await page.getByRole("button", { name: "Reply" }).click();
  await page.getByRole("textbox", { name: "Your reply" }).fill("Legal asked for it");
  await page.getByRole("button", { name: "Send reply" }).click();
  await expect.element(page.getByText("Legal asked for it")).toBeVisible();
  await page.getByRole("button", { name: "Resolve" }).click();
  await expect.element(page.getByText("All comments are resolved.")).toBeVisible();
  await page.getByRole("button", { name: "Show resolved (1)" }).click();
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect.element(page.getByRole("button", { name: "Resolve" })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("button", { name: /^Wait: Pause.*1 open comment/ })).toBeVisible();
});
