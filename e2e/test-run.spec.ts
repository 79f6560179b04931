import { expect, test } from "./fixtures.ts";
import { checkPage } from "./studio/check-page.ts";
import { drawJourney } from "./studio/journeys.ts";

test("a test run lights one person's path, explains every decision, and stores nothing", async ({
  signedInPage: page,
  api,
}) => {
  const journey = await drawJourney(
    api,
    "Trial run",
    [
      {
        type: "TRIGGER",
        name: "bought",
        config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.bought" } },
      },
      { type: "WAIT", name: "two_days", config: { duration: "2d" } },
      {
        type: "CONDITION",
        name: "is_pro",
        config: { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } },
      },
      { type: "EXIT", name: "pro_end" },
      { type: "EXIT", name: "free_end" },
    ],
    [
      ["bought", "two_days"],
      ["two_days", "is_pro"],
      ["is_pro", "pro_end", "TRUE"],
      ["is_pro", "free_end", "FALSE"],
    ],
  );
  const card = (name: string) => page.locator(`[data-step="${journey.nodes.find((node) => node.name === name)?.id}"]`);
  await page.goto(`/journeys/${journey.id}`);
  await expect(card("bought")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  const panel = page.getByRole("complementary", { name: "Test" });
  await expect(panel.getByLabel("Event", { exact: true })).toHaveValue("app.bought");
  await panel.getByRole("button", { name: /^Run/ }).click();
  await expect(panel.locator('[data-outcome="completed"]')).toBeVisible();
  await expect(panel.locator("[data-decision]")).not.toHaveCount(0);
  await expect(panel).toContainText("+2 d");
  await expect(panel).toContainText("Nothing was sent or stored");
  await expect(card("pro_end")).toHaveClass(/is-lit/);
  await expect(card("free_end")).toHaveClass(/is-aside/);
  await checkPage(page, "the test panel");

  await panel.getByLabel("Value of the trait").nth(1).fill("free");
  await page.keyboard.press("Control+Enter");
  await expect(card("free_end")).toHaveClass(/is-lit/);
  await expect(card("pro_end")).toHaveClass(/is-aside/);

  await panel.getByRole("tab", { name: "Forecast" }).click();
  await expect(card("free_end")).not.toHaveClass(/is-lit|is-aside/);
  await panel.getByRole("form", { name: "Forecast" }).getByRole("button", { name: "Run" }).click();
  await expect(panel.getByRole("table", { name: "People at every step of the forecast" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  const enrollments = await api.get<{ meta: { total: number } }>(`/api/journeys/${journey.id}/enrollments`);
  expect(enrollments.meta.total).toBe(0);
});
