import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { Api } from "./server/api.ts";
import { Builder } from "./studio/builder.ts";
import { checkPage } from "./studio/check-page.ts";
import { BY_HAND, drawJourney } from "./studio/journeys.ts";

const STEPS = [
  BY_HAND,
  { type: "WAIT", name: "rest", config: { duration: "1d" } },
  { type: "WAIT", name: "rest_again", config: { duration: "2d" } },
  { type: "EXIT", name: "end" },
];

test("two people draw the same journey, talk about it, and one approves what the other hands in", async ({
  signedInPage: owner,
  api,
  browser,
  server,
}) => {
  const { id } = await drawJourney(api, "Together", STEPS, [
    ["start", "rest"],
    ["rest", "rest_again"],
    ["rest_again", "end"],
  ]);
  const grace = await signInEditor(owner, browser, server.url);
  await Promise.all([owner.goto(`/journeys/${id}`), grace.goto(`/journeys/${id}`)]);
  const [here, there] = [new Builder(owner), new Builder(grace)];

  // Both change a step of their own; nobody is asked anything, and both are told.
  await there.open("Rest");
  await there.panel.getByLabel("Label").fill("A day of rest");
  await there.saved();
  await here.open("Rest again");
  await here.panel.getByLabel("Label").fill("Two days of rest");
  await expect(owner.getByText(/^Somebody else saved this journey/)).toBeVisible();
  await expect.poll(() => labels(api, id)).toEqual(["A day of rest", "Two days of rest"]);
  await owner.keyboard.press("Control+z");
  await expect.poll(() => labels(api, id)).toEqual(["A day of rest"]);

  // One's own other tab is called that.
  const tab = await owner.context().newPage();
  await tab.goto(`/journeys/${id}`);
  const second = new Builder(tab);
  await second.open("End");
  await second.panel.getByLabel("Label").fill("Rested");
  await second.saved();
  await tab.close();
  await here.open("Rest again");
  await here.panel.getByLabel("Label").fill("Two more days");
  await expect(owner.getByText(/^Another tab of yours saved this journey/)).toBeVisible();
  await expect.poll(() => labels(api, id)).toEqual(["A day of rest", "Two more days", "Rested"]);

  // A question with a mention, answered by the other one.
  await here.step("A day of rest").click();
  await owner.getByRole("button", { name: /^Comments/ }).click();
  await owner.getByRole("textbox", { name: "Comment" }).fill("Why a day, @Grace?");
  await owner.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(owner.getByText("Why a day, @Grace?")).toBeVisible();
  for (const colorScheme of ["dark", "light"] as const) {
    await owner.emulateMedia({ colorScheme });
    await checkPage(owner, `comments, ${colorScheme}`);
  }
  await owner.keyboard.press("Escape");
  await grace.reload();
  await expect(there.step("A day of rest").locator("[data-comments]")).toContainText("1");
  await grace.getByRole("button", { name: /^Comments/ }).click();
  await grace.getByRole("button", { name: "Reply" }).click();
  await grace.getByRole("textbox", { name: "Your reply" }).fill("Legal asked for it");
  await grace.getByRole("button", { name: "Send reply" }).click();
  await expect(grace.getByText("Legal asked for it")).toBeVisible();
  await grace.getByRole("button", { name: "Resolve" }).click();
  await expect(grace.getByText("All comments are resolved.")).toBeVisible();
  await grace.keyboard.press("Escape");

  // Four eyes: Grace hands in, the owner approves.
  await owner.request.patch("/api/workspace", { data: { settings: { plans: { fourEyes: true } } } });
  const { data } = await api.get<{ data: { revision: number } }>(`/api/journeys/${id}`);
  const plan = { journeyId: id, title: "Rest a day", reason: "Legal asked", revision: data.revision, backtest: null };
  expect((await grace.request.post("/api/plans", { data: plan })).status()).toBe(201);
  await owner.goto("/plans");
  const card = owner.locator("[aria-labelledby^=plan-]").filter({ hasText: "Rest a day" });
  await card.getByRole("button", { name: "Approve and publish" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "Publish" }).click();
  await expect(card.getByText(/Approved by owner@example.com/)).toBeVisible();
  await grace.context().close();
});

test("notes and groups break no rule of accessibility, and the canvas is few keys away", async ({
  signedInPage: page,
  api,
}) => {
  const { id, nodes } = await drawJourney(api, "With notes", STEPS, [
    ["start", "rest"],
    ["rest", "rest_again"],
    ["rest_again", "end"],
  ]);
  const { edges } = (await api.get<{ data: { edges: unknown[] } }>(`/api/journeys/${id}`)).data;
  const annotations = [
    { kind: "note", text: "Ask Ada before changing the waits.", position: { x: 320, y: 150 } },
    { kind: "group", label: "Resting", nodeIds: ["rest", "rest_again"] },
  ];
  await api.put(`/api/journeys/${id}/canvas`, { nodes, edges, annotations });
  await page.goto(`/journeys/${id}`);
  await expect(page.getByRole("button", { name: "Group of 2 steps: Resting" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Note: Ask Ada/ })).toBeVisible();
  expect(await keysToCanvas(page)).toBeLessThanOrEqual(12);
  await page.getByRole("button", { name: /^Note: Ask Ada/ }).click();
  await expect(page.getByLabel("Text")).toHaveValue("Ask Ada before changing the waits.");
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await checkPage(page, `notes, ${colorScheme}`);
  }
});

/** Keys pressed from the top of the page until a step has the focus, by the link that leads there. */
async function keysToCanvas(page: Page): Promise<number> {
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  );
  const link = page.getByRole("button", { name: "Skip to the canvas" });
  for (let keys = 1; keys <= 40; keys++) {
    await page.keyboard.press("Tab");
    if (!(await link.evaluate((element) => element === document.activeElement))) continue;
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-step]").first()).toBeFocused();
    return keys + 1;
  }
  return Number.POSITIVE_INFINITY;
}

async function labels(api: Api, id: string): Promise<string[]> {
  const { data } = await api.get<{ data: { nodes: { label?: string }[] } }>(`/api/journeys/${id}`);
  return data.nodes.flatMap(({ label }) => label ?? []);
}

/** A second member, signed in in a browser of their own. */
async function signInEditor(owner: Page, browser: Browser, url: string): Promise<Page> {
  const member = { email: "grace@example.com", name: "Grace", role: "editor" };
  const answer = await owner.request.post("/api/members", { data: member });
  const { signInLink } = ((await answer.json()) as { data: { signInLink: string } }).data;
  const context = await browser.newContext({ baseURL: url, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.request.post("/api/auth/welcome", { data: { token: new URL(signInLink).searchParams.get("token") } });
  return page;
}
