import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { renderStep } from "../testing/render-step.tsx";

test("a short name becomes an event of the app when the field is left", async () => {
  const { config } = renderStep("WAIT_FOR_EVENT", { eventName: "" });
  const event = page.getByLabelText("Until this happens");
  await event.fill("order placed");
  await userEvent.keyboard("{Tab}");
  await expect.poll(() => config()?.eventName).toMatch(/^app\./);
});

test("giving up after a while is switched on with a time, and off without one", async () => {
  const { config } = renderStep("WAIT_FOR_EVENT", { eventName: "order.placed" });
  const giveUp = page.getByRole("switch", { name: "Give up after a while" });
  await giveUp.click();
  await page.getByLabelText("After").fill("3");
  await expect.poll(config).toEqual({ eventName: "order.placed", timeout: "3d" });
  await giveUp.click();
  await expect.poll(config).toEqual({ eventName: "order.placed" });
});

test("a property that must match is part of the filter", async () => {
  const { config } = renderStep("WAIT_FOR_EVENT", { eventName: "order.placed" });
  await page.getByRole("button", { name: "Only some of these events" }).click();
  await page.getByRole("button", { name: "Add a property" }).click();
  await page.getByLabelText("Property").fill("plan");
  await page.getByLabelText("Value").fill("pro");
  await expect.poll(config).toEqual({ eventName: "order.placed", filter: { plan: "pro" } });
});

test("rules about the event are kept as an expression, which becomes rules again", async () => {
  const { config } = renderStep("WAIT_FOR_EVENT", { eventName: "order.placed", expression: "tags.size() > 1" });
  await expect.element(page.getByLabelText("And this expression")).toHaveValue("tags.size() > 1");
  await page.getByRole("radio", { name: "Rules" }).click();
  await expect.element(page.getByText(/^It stays an expression/)).toBeVisible();
  await page.getByLabelText("And this expression").fill("event.properties.amount > 5");
  await page.getByRole("radio", { name: "Rules" }).click();
  await expect.element(page.getByLabelText("Value", { exact: true })).toHaveValue("5");
  await page.getByLabelText("Value", { exact: true }).fill("7");
  const guarded =
    "has(event.properties.amount) && type(event.properties.amount) == double && event.properties.amount > 7.0";
  await expect.poll(config).toEqual({ eventName: "order.placed", expression: guarded });
  await page.getByRole("button", { name: "Remove rule 1" }).click();
  await expect.poll(config).toEqual({ eventName: "order.placed" });
});
