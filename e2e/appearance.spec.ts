import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { Api } from "./server/api.ts";
import { checkPage, settled } from "./studio/check-page.ts";
import { BY_HAND, drawJourney, enrollmentsBecome, enrollPeople } from "./studio/journeys.ts";

const UNKNOWN = "00000000-0000-4000-8000-000000000000";
const WAITING = [BY_HAND, { type: "WAIT", name: "wait", config: { duration: "30d" } }, { type: "EXIT", name: "end" }];

test("4.2.2: Active and Completed have one colour each, in the light and in the dark", async ({
  signedInPage: page,
  api,
}) => {
  const id = await running(api, "Coloured");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`/journeys/${id}?view=live`);
    const totals = page.getByRole("region", { name: "Totals" });
    await expect(totals.locator('[data-total="active"]')).toHaveText("2");
    const live = await Promise.all(
      ["Active", "Completed"].map((word) => dotOf(totals.locator("div", { hasText: word }).last())),
    );
    const here = page.locator(".is-waiting i").first();
    expect(await backgroundOf(here)).toBe(live[0]);

    await page.goto(`/journeys/${id}/enrollments`);
    const tiles = ["active", "completed"].map((name) => dotOf(page.locator(`[data-tile="${name}"]`)));
    expect(await Promise.all(tiles)).toEqual(live);
    expect(live[0]).not.toBe(live[1]);
  }
});

test("7: every kind of content that is sent or shown is offered, where it is made and on the canvas", async ({
  signedInPage: page,
  api,
}) => {
  await page.goto("/content");
  await page.getByRole("button", { name: "New content" }).first().click();
  await page.getByRole("dialog").getByLabel("Type").click();
  const inPage = ["Flow", "Tooltip", "Modal", "Banner", "Checklist", "Survey"];
  await expect(page.getByRole("option")).toHaveText([
    "Email",
    "SMS",
    "Push",
    "Webhook",
    ...inPage,
    "Snippet",
    "Layout",
  ]);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();

  const { id } = await drawJourney(
    api,
    "With a modal",
    [BY_HAND, { type: "CONTENT", name: "shown", config: { contentType: "modal" } }, { type: "EXIT", name: "end" }],
    [["start", "shown"]],
  );
  await page.goto(`/journeys/${id}`);
  const palette = page.getByRole("navigation", { name: "Steps" });
  await expect(palette.getByRole("button", { name: "Email" })).toBeVisible();
  for (const name of inPage) await expect(palette.getByRole("button", { name, exact: true })).toHaveCount(1);
  await expect(palette.getByRole("button", { name: /SMS|Push/ })).toHaveCount(2);
  await page.locator(".has-first-view [data-kind=CONTENT]").click();
  await expect(page.getByRole("complementary", { name: "Step" }).getByLabel("Type")).toContainText("Modal");
});

test("4.1: what is not there has a heading and a way back", async ({ signedInPage: page }) => {
  for (const [path, way] of [
    ["/no/such/page", "Go to Journeys"],
    [`/journeys/${UNKNOWN}`, "All journeys"],
    [`/people/${UNKNOWN}`, "All people"],
    [`/segments/${UNKNOWN}`, "All segments"],
    [`/content/${UNKNOWN}`, "All content"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("link", { name: way })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await checkPage(page, path);
  }
});

test("4.1: open menus, an open select and the list of problems break no rule of accessibility", async ({
  signedInPage: page,
  api,
}) => {
  const { id } = await drawJourney(api, "Much wrong", [{ type: "WAIT", name: "alone" }], []);
  await page.goto("/journeys");
  await settled(page);
  for (const name of [/^Account of/, /^Workspace /, /^Actions for/]) {
    await page.getByRole("button", { name }).first().click();
    await expect(page.getByRole("menu")).toBeVisible();
    await checkPage(page, `the open menu ${name}`);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toBeHidden();
  }
  await page.goto("/content");
  await settled(page);
  await page.getByRole("combobox", { name: "Type" }).click();
  await expect(page.getByRole("listbox")).toBeVisible();
  await checkPage(page, "an open select");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox", { name: "Type" })).toBeFocused();

  await page.goto(`/journeys/${id}`);
  await page.locator("[data-problems-button]").click();
  await expect(page.getByRole("region", { name: "Problems" })).toBeVisible();
  await checkPage(page, "the list of problems");
});

test("4.2.5: only a journey that runs says Live", async ({ signedInPage: page, api }) => {
  const draft = await drawJourney(api, "Only a draft", WAITING, []);
  await signOf(page, `/journeys/${draft.id}?view=live`, "Draft, not running");
  await signOf(page, `/journeys/${draft.id}/enrollments`, "Draft, not running");
  await expect(page.getByRole("list", { name: "Totals" })).toHaveCount(0);
  await expect(page.getByText("Nobody has entered yet")).toBeVisible();

  const id = await running(api, "Paused soon");
  await signOf(page, `/journeys/${id}?view=live`, "Live");
  await api.post(`/api/journeys/${id}/pause`);
  await signOf(page, `/journeys/${id}?view=live`, "Paused");
  await signOf(page, `/journeys/${id}/enrollments`, "Paused");
});

async function signOf(page: Page, path: string, word: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("[data-live-sign]")).toHaveText(word);
}

/** A published journey with two people waiting in it. */
async function running(api: Api, name: string): Promise<string> {
  const { id } = await drawJourney(api, name, WAITING, [
    ["start", "wait"],
    ["wait", "end"],
  ]);
  await api.post(`/api/journeys/${id}/publish`);
  await enrollPeople(api, id, { [`${name}-1`]: {}, [`${name}-2`]: {} });
  await enrollmentsBecome(api, id, "ACTIVE", 2);
  return id;
}

const backgroundOf = (element: ReturnType<Page["locator"]>) =>
  element.evaluate((found) => getComputedStyle(found).backgroundColor);
const dotOf = (row: ReturnType<Page["locator"]>) => backgroundOf(row.locator("span[aria-hidden]").first());
