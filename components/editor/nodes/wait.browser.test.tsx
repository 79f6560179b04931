import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { choose } from "#rendering";
import { renderStep } from "../testing/render-step.tsx";

const amount = page.getByLabelText("For", { exact: true });

test("a number and a unit are written as one duration, and undo takes it back", async () => {
  const { config, undo } = renderStep("WAIT", { duration: "2d" });
  await amount.fill("5");
  await choose(page.getByLabelText("Unit"), "hours");
  await expect.poll(config).toEqual({ duration: "5h" });
  undo();
  await expect.element(amount).toHaveValue("2");
  await expect.poll(config).toEqual({ duration: "2d" });
});

test("what is no duration is named at its field and kept as typed", async () => {
  const { config } = renderStep("WAIT", { duration: "2d" });
  await amount.fill("soon");
  await expect.element(page.getByRole("alert").first()).toBeVisible();
  await expect.element(page.getByLabelText("For", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect.poll(config).toEqual({ duration: "soon" });
});

test("another way to wait replaces the target and shows its own fields", async () => {
  const { config } = renderStep("WAIT", { duration: "2d" });
  await choose(page.getByLabelText("Wait", { exact: true }), "until a time of day");
  await expect.element(amount).not.toBeInTheDocument();
  await page.getByLabelText("Time of day").fill("09:30");
  await page.getByRole("button", { name: "Monday" }).click();
  await expect.poll(config).toEqual({ until: { time: "09:30", weekdays: ["mon"] } });
});

test("a viewer gets the form without the means to change it", async () => {
  renderStep("WAIT", { duration: "2d" }, { canEdit: false });
  await expect.element(amount).toBeDisabled();
  await expect.element(page.getByRole("button", { name: "Delete step" })).not.toBeInTheDocument();
});
