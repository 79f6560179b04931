import { expect, test } from "./fixtures.ts";
import { checkLooks, checkPage, settled } from "./studio/check-page.ts";
import { drawJourney } from "./studio/journeys.ts";

type Consent = {
  data: {
    subscriptions: { topic: string | null; channel: string | null; state: string; source: string }[];
    topics: { topic: string; receives: boolean }[];
    frequency: string | null;
  };
};

test("a person unsubscribes by one click of the mail program, chooses again on their page, and the studio shows it", async ({
  signedInPage: page,
  api,
  server,
  mailServer,
  browser,
}) => {
  await api.patch("/api/workspace", { settings: { brand: { color: "#ffd54a" }, languages: ["en", "de"] } });
  await api.post("/api/topics", { key: "news", name: "News", description: "What is new, once a week." });
  await api.post("/api/topics", { key: "tips", name: "Tips", defaultOn: false });
  const html = '<p>Hello</p><p><a href="{{ unsubscribeUrl }}">Leave</a> <a href="{{ preferencesUrl }}">Choose</a></p>';
  await api.post("/api/content", {
    type: "email",
    slug: "consent-news",
    name: "News",
    subject: "News",
    html,
    topicId: "news",
  });
  const journey = await drawJourney(
    api,
    "Consent",
    [
      {
        type: "TRIGGER",
        name: "start",
        config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.news" } },
      },
      { type: "CONTENT", name: "mail", contentId: "consent-news", config: { contentType: "email" } },
      { type: "EXIT", name: "end" },
    ],
    [
      ["start", "mail"],
      ["mail", "end"],
    ],
  );
  await api.patch(`/api/journeys/${journey.id}`, { settings: { reEntry: "every" } });

  await api.post("/api/people", { externalId: "consent-ada", traits: { email: "ada@consent.example", name: "Ada" } });
  await page.goto(`/journeys/${journey.id}`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("region", { name: "Who can be reached" })).toContainText(/“News”: .* can be reached/);
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(dialog).toBeHidden();

  const send = (messageId: string) =>
    api.post("/api/track", { userId: "consent-ada", event: "news", messageId, properties: {} });
  const mails = () => mailServer.mails.filter(({ to }) => to === "ada@consent.example");
  await send("consent-1");
  await expect.poll(() => mails().length, { timeout: 15_000 }).toBe(1);
  const [mail] = mails();
  const unsubscribe = /<([^>]+)>/.exec(mail?.headers["list-unsubscribe"] ?? "")?.[1] ?? "";
  const preferences = /href="([^"]+\/preferences\/[^"]+)"/.exec(mail?.html ?? "")?.[1] ?? "";
  const consent = async () => (await api.get<Consent>("/api/people/consent-ada/consent")).data;

  // A scanner that follows every link changes nothing; the mail program posts without cookies and from anywhere.
  await fetch(unsubscribe);
  expect((await consent()).subscriptions).toEqual([]);
  const clicked = await fetch(unsubscribe, {
    method: "POST",
    headers: { origin: "https://mail.example", "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(clicked.status).toBe(200);
  expect((await consent()).subscriptions).toMatchObject([
    { topic: "news", state: "unsubscribed", source: "one_click" },
  ]);
  await send("consent-2");
  await page.goto("/people?search=consent-ada");
  await page
    .getByRole("link", { name: /Ada|consent-ada/ })
    .first()
    .click();
  await page.getByRole("tab", { name: "Deliveries" }).click();
  await expect(page.getByText("Skipped")).toBeVisible({ timeout: 15_000 });
  expect(mails().length).toBe(1);

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto(preferences);
  await expect(visitor.getByRole("heading", { name: "What do you want to receive?" })).toBeVisible();
  await expect(visitor.getByLabel("News", { exact: false }).first()).toBeVisible();
  await visitor.locator("input[name=topic]").first().check();
  await visitor.locator("select[name=frequency]").selectOption("weekly");
  await visitor.getByRole("button", { name: "Save" }).press("Enter");
  await expect(visitor.getByText("Your choices are saved.")).toBeVisible();
  expect(await consent()).toMatchObject({ frequency: "weekly" });
  expect((await consent()).topics).toMatchObject([
    { topic: "news", receives: true },
    { topic: "tips", receives: false },
  ]);
  await visitor.goto(unsubscribe);
  await visitor.getByRole("button", { name: "Unsubscribe" }).click();
  await expect(visitor.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
  await visitor.getByRole("button", { name: "Undo" }).click();
  await expect(visitor.getByRole("heading", { name: "You are subscribed again" })).toBeVisible();
  await visitor.context().close();

  // axe is a script, which these pages do not run: their markup is checked in a page of its own.
  const copy = await (await browser.newContext()).newPage();
  for (const [name, address] of [
    ["preferences", preferences],
    ["unsubscribe", unsubscribe],
  ] as const) {
    const shown = await fetch(address);
    expect(shown.headers.get("content-security-policy")).toContain("sandbox allow-forms");
    await copy.goto(`${server.url}/icon.svg`);
    await copy.goto("about:blank");
    await copy.setContent((await shown.text()).replace("<head>", `<head><base href="${server.url}">`));
    await checkLooks(copy, `public-${name}`);
  }
  await copy.context().close();

  await page.getByRole("tab", { name: "Consent" }).click();
  await expect(page.getByRole("region", { name: "History" })).toContainText("Unsubscribed from “News”");
  await page.getByRole("button", { name: "Suppress…" }).click();
  await page.getByLabel("Reason").fill("asked by phone");
  await page.getByRole("button", { name: "Suppress", exact: true }).click();
  await expect(page.getByRole("region", { name: "Addresses" })).toContainText("Suppressed");
  await settled(page);
  await checkLooks(page, "person-consent");
});

test("topics are made and suppressed addresses lifted in the settings", async ({ signedInPage: page, api }) => {
  await api.post("/api/suppressions", { channel: "email", address: "gone@consent.example", reason: "hard_bounce" });
  await page.goto("/settings?tab=consent");
  await page.getByRole("button", { name: "New topic" }).click();
  const dialog = page.getByRole("dialog", { name: "New topic" });
  await dialog.getByLabel("Name").fill("Product letter");
  await dialog.getByRole("radio", { name: /double opt-in/ }).click();
  await checkPage(page, "new topic");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("region", { name: "Topics" })).toContainText("Product letter");
  await settled(page);
  await checkLooks(page, "consent-settings");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Lift gone@consent.example" }).click();
  await page.getByLabel("Reason").fill("the box is open again");
  await page.getByRole("button", { name: "Lift", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText("gone@consent.example")).toBeHidden();
});
