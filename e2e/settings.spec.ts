import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { Api } from "./server/api.ts";
import { Builder } from "./studio/builder.ts";
import { BY_HAND, drawJourney } from "./studio/journeys.ts";

test("5: Esc and a click beside the settings ask before a change is lost", async ({ signedInPage: page, api }) => {
  await open(page, api);
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  const settings = page.getByRole("dialog", { name: "Settings" });
  await settings.getByLabel("Description").fill("Half a thought");
  const question = page.getByRole("alertdialog", { name: "Discard your changes?" });

  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Keep editing" }).click();
  await expect(question).toBeHidden();
  await expect(settings.getByLabel("Description")).toHaveValue("Half a thought");
  await page.mouse.click(200, 400);
  await expect(question.getByRole("button", { name: "Keep editing" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await settings.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Settings saved to the draft.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(settings).toBeHidden();

  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await settings.getByLabel("Description").fill("Another one");
  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Discard changes" }).click();
  await expect(settings).toBeHidden();
});

test("5: a dialog in which something was typed asks before Esc throws it away", async ({ signedInPage: page }) => {
  await page.goto("/segments");
  await page.getByRole("button", { name: "New segment" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New segment" });
  await dialog.getByLabel("Name").fill("Half a name");
  await page.keyboard.press("Escape");
  await page.getByRole("alertdialog").getByRole("button", { name: "Keep editing" }).click();
  await expect(dialog.getByLabel("Name")).toHaveValue("Half a name");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
});

test("5: “Set a goal” and a problem of the journey open the settings at their field", async ({
  signedInPage: page,
  api,
}) => {
  const { id, builder } = await open(page, api);
  await builder.open("Met");
  await builder.panel.getByRole("button", { name: "Set a goal" }).click();
  const settings = page.getByRole("dialog", { name: "Settings" });
  await expect(settings.getByLabel("Counts as reached when")).toBeFocused();
  await expect(settings.getByLabel("Counts as reached when")).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(settings).toBeHidden();

  await api.patch(`/api/journeys/${id}`, {
    settings: { exitConditions: [{ expression: "person.stage ==" }] },
    goalConfig: { type: "event", config: { eventName: "done" }, deadline: null, exitOnGoal: true },
  });
  await page.reload();
  await page
    .getByRole("button", { name: "Check the draft" })
    .or(page.locator("[data-problems-button]"))
    .first()
    .click();
  await page
    .getByRole("region", { name: "Problems" })
    .getByRole("button", { name: /exit conditions/i })
    .click();
  await expect(settings.getByRole("region", { name: "Exit condition 1" }).locator(":focus")).toBeVisible();
});

test("10: a one-time link opened again by who is signed in opens the studio", async ({
  signedInPage: page,
  server,
}) => {
  await page.goto(server.signInLink ?? "/welcome");
  await page.getByRole("button", { name: "Open the studio" }).click();
  await expect(page).toHaveURL(/\/journeys$/);
});

test("9.3: a form says that the session is gone, keeps what was entered, and saves after signing in", async ({
  signedInPage: page,
  context,
  api,
}) => {
  await open(page, api);
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  const settings = page.getByRole("dialog", { name: "Settings" });
  await settings.getByLabel("Description").fill("Written before the session ended");
  const cookies = await context.cookies();
  await context.clearCookies();
  await settings.getByRole("button", { name: "Save settings" }).click();
  await expect(settings.getByRole("alert")).toContainText("You were signed out");
  await expect(settings.getByLabel("Description")).toHaveValue("Written before the session ended");
  await context.addCookies(cookies);
  await settings.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Settings saved to the draft.")).toBeVisible();
});

async function open(page: Page, api: Api) {
  const steps = [BY_HAND, { type: "GOAL_CHECK", name: "met" }, { type: "EXIT", name: "end" }];
  const { id } = await drawJourney(api, "With settings", steps, [
    ["start", "met"],
    ["met", "end"],
  ]);
  await page.goto(`/journeys/${id}`);
  const builder = new Builder(page);
  await expect(builder.step("Met")).toBeVisible();
  return { id, builder };
}
