import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { edge } from "../document/testing.ts";
import { renderStep } from "../testing/render-step.tsx";

const paths = { ends: ["left", "right"], edges: [edge("s", "left"), edge("s", "right")] };

test("shares are equal until they are set, and have to make a whole", async () => {
  const { weights } = renderStep("SPLIT", {}, paths);
  await expect.element(page.getByText("Equal shares, until you set them.")).toBeVisible();
  await page.getByLabelText("Share of Left").fill("30");
  await expect.element(page.getByText("Together 30%; give all of them a share, or none")).toBeVisible();
  await page.getByLabelText("Share of Right").fill("70");
  await expect.element(page.getByText("Together 100%", { exact: true })).toBeVisible();
  await expect.poll(weights).toEqual([30, 70]);
  await page.getByRole("button", { name: "Equal shares" }).click();
  await expect.poll(weights).toEqual([null, null]);
});

test("a share above a whole is cut to one", async () => {
  const { weights } = renderStep("SPLIT", {}, paths);
  await page.getByLabelText("Share of Left").fill("250");
  await expect.poll(weights).toEqual([100, null]);
});

test("people take the same path every time if that is switched on", async () => {
  const { config } = renderStep("SPLIT", {}, paths);
  await page.getByRole("switch", { name: "The same path for a person every time" }).click();
  await expect.poll(config).toEqual({ sticky: true });
});
