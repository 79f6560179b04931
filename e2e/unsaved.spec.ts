import type { Page } from "@playwright/test";
import { expect, OWNER, test } from "./fixtures.ts";
import type { Api } from "./server/api.ts";
import { Builder } from "./studio/builder.ts";
import { BY_HAND, type Drawn, drawJourney } from "./studio/journeys.ts";

const STEPS = [
  BY_HAND,
  { type: "WAIT", name: "pause", config: { duration: "1d" } },
  { type: "WAIT", name: "second", config: { duration: "2d" } },
  { type: "EXIT", name: "end" },
];
const LINKS = [
  ["start", "pause"],
  ["pause", "second"],
  ["second", "end"],
] as const;

test("9.2: an edit made offline is kept when one leaves the editor, and saved when the network is back", async ({
  signedInPage: page,
  context,
  api,
}) => {
  const { id, builder } = await open(page, api, "Offline and away");
  await context.setOffline(true);
  await rename(builder, "Pause", "cool_off");
  await expect(page.locator('[data-save="offline"]')).toBeVisible();
  await page.getByRole("link", { name: "People", exact: true }).click();
  await expect(page.getByRole("heading", { name: "People", exact: true, level: 1 })).toBeVisible();
  const banner = page.getByRole("region", { name: "Unsaved changes" });
  await expect(banner).toContainText("1 unsaved change in “Offline and away”");
  await expect(banner).toContainText("when you are back online");
  await context.setOffline(false);
  await expect.poll(() => namesOf(api, id)).toContain("cool_off");
  await expect(banner).toBeHidden();
});

test("9.2: back in the journey, still offline, the edit is there and nothing of the server's replaces it", async ({
  signedInPage: page,
  context,
  api,
}) => {
  const { id, builder } = await open(page, api, "Offline and back");
  await context.setOffline(true);
  await rename(builder, "Pause", "cool_off");
  await expect(page.locator('[data-save="offline"]')).toBeVisible();
  await page.getByRole("link", { name: "People", exact: true }).click();
  await expect(page.getByRole("heading", { name: "People", exact: true, level: 1 })).toBeVisible();
  await page.goBack();
  await expect(builder.step("Cool off")).toBeVisible();
  await context.setOffline(false);
  await builder.saved();
  await expect.poll(() => namesOf(api, id)).toContain("cool_off");
});

test("9.2: what somebody else saved meanwhile is merged, and asked about where both changed the same", async ({
  signedInPage: page,
  context,
  api,
}) => {
  const { id, builder, journey } = await open(page, api, "Both at once");
  await context.setOffline(true);
  await rename(builder, "Pause", "mine");
  await page.getByRole("link", { name: "People", exact: true }).click();
  const banner = page.getByRole("region", { name: "Unsaved changes" });
  await expect(banner).toBeVisible();
  await put(api, journey, (node) => (node.name === "second" ? { ...node, config: { duration: "9d" } } : node));
  await context.setOffline(false);
  await expect.poll(() => namesOf(api, id)).toContain("mine");
  expect((await read(api, id)).nodes.find((node) => node.name === "second")?.config).toMatchObject({ duration: "9d" });

  await page.goBack();
  await builder.saved();
  await context.setOffline(true);
  await rename(builder, "Mine", "mine_again");
  await page.getByRole("link", { name: "People", exact: true }).click();
  await expect(banner).toBeVisible();
  await put(api, await read(api, id), (node) => (node.name === "mine" ? { ...node, name: "theirs" } : node));
  await context.setOffline(false);
  await expect(banner).toContainText("somebody else changed the same");
  expect(await namesOf(api, id)).toContain("theirs");
  await banner.getByRole("link", { name: "Open" }).click();
  await page.getByRole("alert", { name: "Conflict" }).getByRole("button", { name: "Overwrite with mine" }).click();
  await expect.poll(() => namesOf(api, id)).toContain("mine_again");
});

test("9.2: a journey that was deleted meanwhile is told, and its unsaved change can be let go", async ({
  signedInPage: page,
  context,
  api,
}) => {
  const { id, builder } = await open(page, api, "Soon deleted");
  await context.setOffline(true);
  await rename(builder, "Pause", "too_late");
  await page.getByRole("link", { name: "People", exact: true }).click();
  const banner = page.getByRole("region", { name: "Unsaved changes" });
  await expect(banner).toBeVisible();
  await api.delete(`/api/journeys/${id}?permanent=true`);
  await context.setOffline(false);
  await expect(banner).toContainText("“Soon deleted” was deleted");
  await banner.getByRole("button", { name: "Discard" }).click();
  await expect(banner).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { name: "People", exact: true, level: 1 })).toBeVisible();
  await expect(banner).toBeHidden();
});

test("9.4: a page that ends right after an edit loses nothing", async ({ signedInPage: page, context, api }) => {
  const { id, builder } = await open(page, api, "Crashed");
  // Requests of a closing page arrive too late.
  await page.evaluate(() => {
    window.fetch = () => new Promise(() => undefined);
  });
  await builder.step("Second").click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Delete");
  await expect(builder.step("Second")).toHaveCount(0);
  await page.close();
  expect(await namesOf(api, id)).toContain("second");

  const next = await context.newPage();
  await next.goto("/people");
  await expect.poll(() => namesOf(api, id)).not.toContain("second");
});

test("9.4: a reload within the pause before saving shows the edit again, and saves it", async ({
  signedInPage: page,
  context,
  api,
}) => {
  const { id, builder } = await open(page, api, "Reloaded");
  page.on("dialog", (dialog) => void dialog.accept());
  await context.route("**/canvas", (route) => route.abort());
  await rename(builder, "Pause", "kept_over");
  await page.reload();
  await context.unroute("**/canvas");
  await expect(builder.step("Kept over")).toBeVisible();
  await builder.saved();
  await expect.poll(() => namesOf(api, id)).toContain("kept_over");
});

test("9.3: with the session gone the edit is kept, signing in is offered, and it is saved afterwards", async ({
  signedInPage: page,
  context,
  api,
}) => {
  const { id, builder } = await open(page, api, "Signed out");
  const cookies = await context.cookies();
  await context.clearCookies();
  await rename(builder, "Pause", "after_all");
  await expect(page.locator('[data-save="signed_out"]')).toContainText("You were signed out");
  await expect(page.getByRole("link", { name: "Sign in to save" })).toHaveAttribute("href", /sign-in\?next=/);
  await context.addCookies(cookies);
  await builder.saved();
  await expect.poll(() => namesOf(api, id)).toContain("after_all");
});

test("9.2: two tabs of one's own keep an edit each", async ({ signedInPage: page, context, api }) => {
  const { id, builder, journey } = await open(page, api, "Two tabs");
  const other = await context.newPage();
  await other.goto(`/journeys/${journey.id}`);
  const second = new Builder(other);
  await expect(second.step("Second")).toBeVisible();
  await visitPeople(other);
  await expect(second.step("Second")).toBeVisible();
  await context.setOffline(true);
  await rename(builder, "Pause", "from_one");
  await rename(second, "Second", "from_two");
  await page.getByRole("link", { name: "People", exact: true }).click();
  await other.getByRole("link", { name: "People", exact: true }).click();
  await expect(other.getByRole("region", { name: "Unsaved changes" })).toBeVisible();
  await context.setOffline(false);
  await expect.poll(() => namesOf(api, id)).toEqual(expect.arrayContaining(["from_one", "from_two"]));
});

test("9.2: signing out with an unsaved change asks, and the change waits for the same person only", async ({
  page,
  context,
  api,
  ownerCookies,
}) => {
  expect(ownerCookies).not.toBe("");
  await signIn(page);
  const { id, builder } = await open(page, api, "Not for others");
  await context.route("**/canvas", (route) => route.abort());
  await rename(builder, "Pause", "waits_for_me");
  await expect(page.locator('[data-save="offline"]')).toBeVisible();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("“Not for others”");
  const link = await inviteSomebody(page);
  await question.getByRole("button", { name: "Sign out and keep them" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await context.unroute("**/canvas");

  await page.request.post("/api/auth/welcome", { data: { token: new URL(link).searchParams.get("token") } });
  await page.goto("/people");
  await expect(page.getByText("second@example.com")).toBeVisible();
  await expect(page.getByRole("region", { name: "Unsaved changes" })).toBeHidden();
  expect(await namesOf(api, id)).not.toContain("waits_for_me");

  await context.clearCookies();
  await signIn(page);
  await page.goto("/people");
  await expect.poll(() => namesOf(api, id)).toContain("waits_for_me");
});

/** Its own session, because this test ends it. */
async function signIn(page: Page): Promise<void> {
  const { email, password } = OWNER;
  const answer = await page.request.post("/api/auth/sign-in/email", { data: { email, password } });
  expect(answer.ok()).toBe(true);
}

/** Another editor of the same workspace; answers the one-time link. */
async function inviteSomebody(page: Page): Promise<string> {
  const answer = await page.request.post("/api/members", { data: { email: "second@example.com", role: "editor" } });
  return ((await answer.json()) as { data: { signInLink: string } }).data.signInLink;
}

async function rename(builder: Builder, step: string, name: string): Promise<void> {
  await builder.open(step);
  await builder.panel.getByLabel("Name of the step").fill(name);
  await builder.panel.getByLabel("Name of the step").press("Tab");
  await builder.closePanel();
}

type Node = Drawn["nodes"][number];

async function put(api: Api, journey: Drawn, change: (node: Node) => Node): Promise<void> {
  await api.put(`/api/journeys/${journey.id}/canvas`, { nodes: journey.nodes.map(change), edges: journey.edges });
}

async function read(api: Api, id: string): Promise<Drawn> {
  return (await api.get<{ data: Drawn }>(`/api/journeys/${id}`)).data;
}

async function namesOf(api: Api, id: string): Promise<string[]> {
  return (await read(api, id)).nodes.map((node) => node.name);
}

/** Visits the page first, because the browser must have its files before going offline. */
async function visitPeople(page: Page): Promise<void> {
  await page.getByRole("link", { name: "People", exact: true }).click();
  await expect(page.getByRole("heading", { name: "People", exact: true, level: 1 })).toBeVisible();
  await page.goBack();
}

async function open(page: Page, api: Api, name: string) {
  const journey = await drawJourney(api, name, STEPS, LINKS);
  await page.goto(`/journeys/${journey.id}`);
  const builder = new Builder(page);
  await expect(builder.step("Pause")).toBeVisible();
  await visitPeople(page);
  await expect(builder.step("Pause")).toBeVisible();
  return { id: journey.id, builder, journey };
}
