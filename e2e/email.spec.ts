import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { checkLooks, checkPage, settled } from "./studio/check-page.ts";
import { BY_HAND, drawJourney, enrollPeople } from "./studio/journeys.ts";

type Made = { data: { id: string } };

const frame = (page: Page) => page.frameLocator('iframe[title="The message as HTML"]').locator("body");
const state = (page: Page) => page.getByText(/Draft saved; not published|Published, revision/);

test("§7.1, 2, 7, 12: an email of blocks is made by keys, undone, tested and published, and only then sent to people", async ({
  signedInPage: page,
  api,
  mailServer,
}) => {
  await page.goto("/content?new=email");
  await page.getByLabel("Name").fill("Blocks by keys");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page).toHaveURL(/\/content\/[0-9a-f-]{36}/);
  await expect(page.getByLabel("Slug")).toHaveValue("blocks-by-keys");
  await page.getByRole("button", { name: "Add a block" }).press("Enter");
  await page.getByRole("menuitem", { name: "Button" }).press("Enter");
  await page.getByLabel("Label").fill("Open {{ appName }}");
  await page.getByLabel("Address", { exact: true }).fill("https://shop.example/?a=1");
  const blocks = page.getByRole("region", { name: "Blocks of the email" }).getByRole("listitem");
  await expect(blocks).toHaveCount(3);
  const head = blocks.last().getByRole("button", { expanded: true });
  await head.press("Alt+ArrowUp");
  await expect(blocks.nth(1)).toContainText("Open {{ appName }}");
  await blocks.nth(1).getByRole("button", { expanded: true }).press("Delete");
  await expect(blocks).toHaveCount(2);
  await page.getByRole("region", { name: "Blocks of the email" }).getByRole("button", { name: "Undo" }).click();
  await expect(blocks).toHaveCount(3);
  await expect(frame(page)).toContainText("Hello Ada Lovelace");
  await expect(frame(page).getByRole("link", { name: /^Open/ })).toHaveAttribute("href", "https://shop.example/?a=1");
  await page.getByRole("radio", { name: "Phone" }).click();
  await expect.poll(() => page.locator("iframe").evaluate((one) => one.clientWidth)).toBeLessThan(380);
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect(page.getByText("Some mail programs invert colours in dark mode")).toBeVisible();
  await expect(page.getByText(/KB of the 102 KB that Gmail shows/)).toBeVisible();
  await settled(page);
  await checkLooks(page, "email-blocks");
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole("button", { name: "Send test" }).click();
  const dialog = page.getByRole("dialog", { name: "Send a test" });
  await dialog.getByLabel("To").fill("me@acme.example");
  await dialog.getByRole("button", { name: "Send test" }).click();
  await expect(dialog.getByText("Sent", { exact: true })).toBeVisible();
  const mail = mailServer.mails.find(({ to }) => to === "me@acme.example");
  expect(mail).toMatchObject({
    subject: "[Test] Hello Ada Lovelace",
    html: expect.stringContaining("https://shop.example/?a=1"),
  });
  await page.keyboard.press("Escape");

  const id = page.url().split("/").at(-1) ?? "";
  const item = async () => (await api.get<{ data: { html: string; revision: number } }>(`/api/content/${id}`)).data;
  expect((await item()).html).not.toContain("shop.example");
  await expect(state(page)).toHaveText("Draft saved; not published");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(state(page)).toHaveText("Published, revision 2");
  expect(await item()).toMatchObject({ revision: 2, html: expect.stringContaining("shop.example") });
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Versions…" }).click();
  await page.getByRole("button", { name: "Restore revision 1" }).click();
  await expect(blocks).toHaveCount(2);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Blocks by keys (copy)");
});

test("§7.10, 11: source completes variables, marks unknown ones, and keeps the last good preview", async ({
  signedInPage: page,
  api,
}) => {
  await api.post("/api/people", { externalId: "seen", traits: { favouriteShop: "North" } });
  const { data } = await api.post<Made>("/api/content", {
    type: "email",
    name: "Source",
    subject: "Hi",
    html: "<p>Good one</p>",
  });
  await page.goto(`/content/${data.id}`);
  const source = page.getByRole("textbox", { name: "HTML of the email" });
  await expect(frame(page)).toContainText("Good one");
  await source.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("{{ traits.fav");
  await page.getByRole("option", { name: /traits\.favouriteShop/ }).click();
  await page.keyboard.type(" | defa");
  await page.getByRole("option", { name: "default", exact: true }).click();
  await expect(page.getByText(/Line 1: /)).toBeVisible();
  await expect(page.getByText("This is the last version without one.")).toBeVisible();
  await expect(frame(page)).toContainText("Good one");
  await page.keyboard.type(': "none" }}{{ nonsense.foo }}');
  await expect(page.getByText("Unknown here: nonsense.foo.")).toBeVisible();
  await expect(source.locator(".cm-unknown")).toHaveText("nonsense.foo");
  await expect(frame(page)).toContainText("none");
  await page.getByText("Variables", { exact: true }).click();
  await source.click();
  await page.keyboard.press("Control+End");
  await page.getByRole("button", { name: "Insert {{ recipientName }}" }).click();
  await expect(frame(page)).toContainText("Ada Lovelace");
});

test("§7.5, 6, 8, 9: preheader, sender's name, layout, snippet, picture and a language reach the mail", async ({
  signedInPage: page,
  api,
  mailServer,
}) => {
  await api.post("/api/content", { type: "snippet", name: "Foot", slug: "foot", html: "<i>Acme, Main Street</i>" });
  await api.post("/api/content", {
    type: "layout",
    name: "Frame",
    slug: "frame",
    html: "<body><b>Top</b>{% content %}</body>",
  });
  const mail = { editor: "blocks", language: "en", blocks: [{ id: "a", type: "text", text: "Body" }] };
  const { data } = await api.post<Made>("/api/content", { type: "email", name: "Framed", subject: "Hi", mail });
  await page.goto(`/content/${data.id}`);
  await page.getByLabel("Preheader").fill("Soon for {{ recipientName }}");
  await page.getByRole("button", { name: "Add a block" }).click();
  await page.getByRole("menuitem", { name: "Image" }).click();
  await page.getByRole("button", { name: "Choose…" }).click();
  const pictures = page.getByRole("dialog", { name: "Pictures" });
  await pictures.getByLabel("What the picture says").fill("A red dot");
  await pictures.getByLabel("Picture to upload").setInputFiles({ name: "dot.png", mimeType: "image/png", buffer: DOT });
  await expect(page.getByLabel("Alt text")).toHaveValue("A red dot");
  await page.getByRole("button", { name: "Add a block" }).click();
  await page.getByRole("menuitem", { name: "Snippet" }).click();
  await page.getByRole("combobox", { name: "Snippet" }).click();
  await page.getByRole("option", { name: "Foot" }).click();
  await page.getByText("Sender and layout").click();
  await page.getByLabel("From name").fill("Ada of Acme");
  await page.getByLabel("Reply-To").fill("help@acme.example");
  await page.getByRole("combobox", { name: "Layout" }).click();
  await page.getByRole("option", { name: "Frame" }).click();
  await page.getByRole("button", { name: "Add a language" }).click();
  await page.getByLabel("Language", { exact: true }).fill("de");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByLabel("Subject").fill("Hallo");
  await expect(page.getByLabel("Preview").getByText("Hallo")).toBeVisible();
  await expect(frame(page)).toContainText("Acme, Main Street");
  await expect(frame(page)).toContainText("Top");
  await checkPage(page, "an email with a layout");
  await page.getByRole("button", { name: "Send test" }).click();
  const dialog = page.getByRole("dialog", { name: "Send a test" });
  await dialog.getByLabel("To").fill("de@acme.example");
  await dialog.getByRole("button", { name: "Send test" }).click();
  await expect(dialog.getByText("Sent", { exact: true })).toBeVisible();
  const sent = mailServer.mails.find(({ to }) => to === "de@acme.example");
  expect(sent).toMatchObject({ subject: "[Test] Hallo", fromName: "Ada of Acme", replyTo: "help@acme.example" });
  expect(sent?.html).toContain("Soon for Ada Lovelace");
  expect(sent?.text).not.toContain("Soon for");
  const picture = /src="([^"]*\/images\/[^"]+)"/.exec(sent?.html ?? "")?.[1] ?? "";
  expect((await page.request.get(new URL(picture).pathname)).headers()["content-type"]).toBe("image/png");
});

test("§7.3, 4: a mail unsubscribes by its header, carries link parameters, and tells what happened to it", async ({
  signedInPage: page,
  api,
  mailServer,
}) => {
  // Settings of the workspace and its providers are the owner's.
  const asOwner = async (method: "PATCH" | "PUT", path: string, data: object) => {
    const answer = await page.request.fetch(path, { method, data, headers: { origin: new URL(page.url()).origin } });
    expect(answer.status()).toBe(200);
  };
  await page.goto("/content");
  const { data: workspace } = await api.get<{ data: { settings: object } }>("/api/workspace");
  const settings = { ...workspace.settings, tracking: { opens: true, clicks: true } };
  await asOwner("PATCH", "/api/workspace", { settings });
  const mail = {
    ...{ editor: "blocks", language: "en" },
    blocks: [{ id: "a", type: "button", label: "To the shop", href: "https://shop.example/?a=1" }],
  };
  const { data } = await api.post<Made>("/api/content", { type: "email", name: "Followed", subject: "Follow", mail });
  await page.goto(`/content/${data.id}`);
  await page.getByText("Link parameters (UTM)").click();
  await page.getByRole("combobox", { name: "Link parameters" }).click();
  await page.getByRole("option", { name: "Of this email" }).click();
  await page.getByLabel("utm_campaign").fill("autumn");
  await expect(state(page)).toHaveText("Draft saved; not published");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(state(page)).toHaveText("Published, revision 2");
  const { id } = await drawJourney(
    api,
    "Sends what is followed",
    [BY_HAND, { type: "CONTENT", name: "letter", contentId: data.id, config: { contentType: "email" } }, END],
    [
      ["start", "letter"],
      ["letter", "end"],
    ],
  );
  await api.post(`/api/journeys/${id}/publish`);
  await enrollPeople(api, id, { "followed-ada": { name: "Ada", email: "ada@followed.example" } });
  const found = () => mailServer.mails.find(({ to }) => to === "ada@followed.example");
  await expect.poll(found, { timeout: 20_000 }).toBeDefined();
  const { headers = {}, html = "" } = found() ?? {};
  expect(headers).toMatchObject({
    "list-unsubscribe": expect.stringMatching(/^<http.*\/unsubscribe\//),
    "list-unsubscribe-post": "List-Unsubscribe=One-Click",
  });
  const link = /href="([^"]+\/m\/c\/[^"]+)"/.exec(html)?.[1] ?? "";
  const pixel = /src="([^"]+\/m\/o\/[^"]+)"/.exec(html)?.[1] ?? "";
  const asPerson = {
    headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/153.0" },
    redirect: "manual",
  } as const;
  const followed = await fetch(link, asPerson);
  expect(Object.fromEntries(new URL(followed.headers.get("location") ?? "").searchParams)).toEqual({
    ...{ a: "1", utm_source: "sojourn", utm_medium: "email", utm_campaign: "autumn" },
  });
  // What follows a link within seconds of sending is a program that checks it.
  const { data: sent } = await api.get<{ data: { id: string }[] }>(`/api/deliveries?journeyId=${id}`);
  const became = async () => {
    await Promise.all([fetch(link, asPerson), fetch(pixel, asPerson)]);
    const { data: one } = await api.get<{ data: { openedAt: string | null; clickedAt: string | null } }>(
      `/api/deliveries/${sent[0]?.id}`,
    );
    return [one.openedAt, one.clickedAt].map((at) => at !== null);
  };
  await expect.poll(became, { timeout: 30_000 }).toEqual([true, true]);
  await asOwner("PUT", "/api/providers/postmark", { settings: {}, secrets: {} });
  const { data: providers } = await (await page.request.get("/api/providers")).json();
  const reports = providers.find(({ service }: { service: string }) => service === "postmark")?.feedbackUrl ?? "";
  const bounce = { RecordType: "Bounce", TypeCode: 1, Type: "HardBounce", Details: "no such user", ID: 1 };
  const about = {
    Email: "ada@followed.example",
    Metadata: { sojourn: sent[0]?.id },
    BouncedAt: new Date().toISOString(),
  };
  const taken = await fetch(reports, { method: "POST", body: JSON.stringify({ ...bounce, ...about }) });
  expect(taken.status).toBe(200);
  await page.goto(`/deliveries?journeyId=${id}`);
  for (const tile of ["sent", "opened", "clicked", "bounced"])
    await expect(page.locator(`[data-tile=${tile}]`)).toContainText("1");
  await checkLooks(page, "message-results");
  await page.goto(`/deliveries?delivery=${sent[0]?.id}`);
  const history = page.getByRole("region", { name: "History" }).getByRole("listitem");
  // A click says that it was opened too.
  for (const words of [/Opened/, /Clicked.*utm_campaign=autumn/, /Bounced.*no such user/])
    await expect(history.filter({ hasText: words }).first()).toBeVisible();
});

const END = { type: "EXIT", name: "end" };

test("an email is made and edited in a drawer over the canvas, and chosen at once", async ({
  signedInPage: page,
  api,
}) => {
  const { id } = await drawJourney(
    api,
    "With a drawer",
    [BY_HAND, { type: "CONTENT", name: "letter", config: { contentType: "email" } }, { type: "EXIT", name: "end" }],
    [["start", "letter"]],
  );
  await page.goto(`/journeys/${id}`);
  await page.locator(".has-first-view [data-kind=CONTENT]").click();
  await page.getByRole("button", { name: "Create new" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("From the canvas");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  const drawer = page.getByRole("dialog", { name: "Edit the email" });
  await expect(drawer.getByLabel("Subject")).toHaveValue("Hello {{ recipientName }}");
  await drawer.getByLabel("Subject").fill("From a drawer");
  await expect(drawer.getByText("Draft saved; not published")).toBeVisible();
  await drawer.getByRole("button", { name: "Publish" }).click();
  await expect(drawer.getByText("Published, revision 2")).toBeVisible();
  await checkPage(page, "the drawer of an email");
  await drawer.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("button", { name: "Edit From the canvas" })).toContainText("From a drawer");
});

const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
