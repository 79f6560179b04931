import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { Api } from "./server/api.ts";
import { Builder } from "./studio/builder.ts";
import { BY_HAND, drawJourney } from "./studio/journeys.ts";

const STEPS = [
  BY_HAND,
  { type: "WAIT", name: "pause", config: { duration: "1d" } },
  { type: "WAIT", name: "second", config: { duration: "2d" } },
  { type: "EXIT", name: "end" },
];

const FOUND = [
  ["wait", "Wait"],
  ["condition", "Condition"],
  ["exit", "Exit"],
  ["split", "Random split"],
  ["goal", "Goal check"],
] as const;

test("2.2.1: the step menu adds the step whose title was typed", async ({ signedInPage: page, api }) => {
  const { builder } = await open(page, api);
  for (const [typed, title] of FOUND) {
    await page.locator("[data-step]").first().focus();
    await page.keyboard.press("n");
    await page.getByRole("combobox", { name: "Search steps" }).fill(typed);
    await page.keyboard.press("Enter");
    await expect(builder.panel.getByRole("heading", { level: 2 })).toHaveText(title);
  }
});

test("2.2.2: Enter and Space open a step that Tab led to, while building and live", async ({
  signedInPage: page,
  api,
}) => {
  const { builder, id } = await open(page, api);
  const first = page.locator("[data-step]").first();
  for (const key of ["Enter", "Space"]) {
    await tabTo(page, first);
    await page.keyboard.press(key);
    await expect(builder.panel).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(builder.panel).toBeHidden();
  }
  await tabTo(page, first);
  await page.keyboard.press("Delete");
  await expect(page.locator("[data-step]")).toHaveCount(STEPS.length - 1);
  await page.keyboard.press("Control+z");
  await builder.saved();

  await api.post(`/api/journeys/${id}/publish`);
  await page.goto(`/journeys/${id}?view=live`);
  await tabTo(page, page.locator(".has-first-view [data-step]").first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Numbers of the step" })).toBeVisible();
});

test("2.2.3: the keyboard keeps a place after adding, deleting and joining, and after Esc in the step menu", async ({
  signedInPage: page,
  api,
}) => {
  const { builder } = await open(page, api);
  const steps = page.locator("[data-step]");
  await tabTo(page, steps.first());
  await page.keyboard.press("n");
  await expect(page.getByRole("combobox", { name: "Search steps" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(steps.first()).toBeFocused();

  await page.keyboard.press("n");
  await page.getByRole("combobox", { name: "Search steps" }).fill("email");
  await page.keyboard.press("Enter");
  await expect(builder.card("Email")).toBeFocused();

  await page.keyboard.press("Delete");
  await expect(steps).toHaveCount(STEPS.length);
  await expect(page.locator("[data-step]:focus")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(steps).toHaveCount(STEPS.length + 1);
  await page.keyboard.press("Control+Shift+z");
  await expect(page.locator("[data-step]:focus")).toBeVisible();

  await builder.open("Pause");
  const leadsTo = builder.panel.getByRole("region", { name: "Leads to" });
  await leadsTo.getByRole("button", { name: "Delete edge" }).press("Enter");
  await expect(leadsTo.getByRole("combobox", { name: /^Connect/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: "Second" }).press("Enter");
  await expect(leadsTo.getByRole("combobox", { name: "Next step" })).toBeFocused();

  await leadsTo.getByRole("button", { name: "Edge settings" }).press("Enter");
  const edge = page.getByRole("complementary", { name: "Edge" });
  await edge.getByRole("button", { name: "Delete edge" }).press("Enter");
  await expect(edge).toBeHidden();
  await expect(builder.card("Pause")).toBeFocused();

  await builder.open("Second");
  await builder.panel.getByRole("button", { name: "Delete step" }).press("Enter");
  await expect(page.locator("[data-step]:focus")).toBeVisible();
});

test("2.2.3: the keyboard keeps a place after publishing, pausing and resuming", async ({
  signedInPage: page,
  api,
}) => {
  await open(page, api);
  for (const [move, next] of [
    ["Publish", "Pause"],
    ["Pause", "Resume"],
    ["Resume", "Pause"],
  ] as const) {
    await page.getByRole("button", { name: move, exact: true }).press("Enter");
    const confirm = page.getByRole("alertdialog").getByRole("button", { name: move, exact: true });
    // The dialog cannot be confirmed during the check.
    await expect(confirm).toBeEnabled();
    await confirm.press("Enter");
    await expect(page.getByRole("alertdialog")).toBeHidden();
    await expect(page.getByRole("button", { name: next, exact: true })).toBeFocused();
  }
});

test("2.2.4: one link at the top of the page, and one key, lead to the steps", async ({ signedInPage: page, api }) => {
  await open(page, api);
  const link = page.getByRole("button", { name: "Skip to the canvas" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-step]").first()).toBeFocused();
  await page.getByRole("button", { name: "Publish", exact: true }).focus();
  await page.keyboard.press("g");
  await expect(page.locator("[data-step]").first()).toBeFocused();
});

/** Focuses an element as Tab does, without a command of the editor. */
async function tabTo(page: Page, target: ReturnType<Page["locator"]>): Promise<void> {
  const before = page.getByRole("navigation", { name: "Steps" }).getByRole("button").last();
  if (await before.isVisible()) await before.focus();
  else await page.getByRole("combobox", { name: "Version" }).focus();
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(target).toBeFocused({ timeout: 100 });
  }).toPass();
}

async function open(page: Page, api: Api) {
  const journey = await drawJourney(api, "By keyboard", STEPS, [
    ["start", "pause"],
    ["pause", "second"],
    ["second", "end"],
  ]);
  await page.goto(`/journeys/${journey.id}`);
  const builder = new Builder(page);
  await expect(builder.step("Pause")).toBeVisible();
  return { id: journey.id, builder };
}
