import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Builder } from "./studio/builder.ts";
import { checkLooks, checkPage, settled } from "./studio/check-page.ts";

/** A dialog hides the page behind it from assistive technology, so it is looked at alone. */
async function checkDialog(page: Page, name: string): Promise<void> {
  for (const [colorScheme, width] of [
    ["light", 1440],
    ["dark", 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await checkPage(page, `${name}, ${colorScheme}, ${width} wide`);
    await page.screenshot({ path: `test-results/screenshots/${name}-${colorScheme}-${width}.png` });
  }
}

test("a broadcast is sent in one dialog, which tells whom it reaches before, and its page what happened to it", async ({
  signedInPage: page,
  api,
}) => {
  test.slow();
  for (const name of ["ada", "bob", "carl"])
    await api.post("/api/people", {
      externalId: `broadcast-${name}`,
      traits: name === "carl" ? {} : { email: `broadcast-${name}@example.test` },
    });
  await api.post("/api/suppressions", { channel: "email", address: "broadcast-bob@example.test" });
  await api.post("/api/segments", { key: "broadcast-readers", name: "Broadcast readers" });
  const members = ["ada", "bob", "carl"].map((name) => ({ userId: `broadcast-${name}` }));
  await api.post("/api/segments/broadcast-readers/members", { people: members });
  await api.post("/api/content", {
    ...{
      type: "email",
      name: "Autumn mail",
      slug: "autumn-mail",
      subject: "Autumn",
      html: "<p>Hello</p>",
      text: "Hello",
    },
  });
  await page.goto("/broadcasts");
  await page.getByRole("button", { name: "New broadcast" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New broadcast" });
  await dialog.getByRole("button", { name: "Send", exact: true }).click();
  await expect(dialog.getByText("Give it a name.")).toBeVisible();
  await expect(dialog.getByText("Choose what to send.")).toBeVisible();
  await dialog.getByLabel("Name").fill("Autumn in the browser");
  await dialog.getByRole("combobox", { name: "Message" }).click();
  await page.getByRole("option", { name: /Autumn mail/ }).click();
  await dialog.getByRole("combobox", { name: "To" }).click();
  await page.getByRole("option", { name: "Segment: Broadcast readers" }).click();
  await expect(dialog.getByText(/3 people match, 1 can be reached/)).toBeVisible();
  await expect(dialog.getByText("Suppressed address")).toBeVisible();
  await dialog.getByRole("radio", { name: /At a local time/ }).check();
  await expect(dialog.getByText(/Of all zones together/)).toBeVisible();
  await dialog.getByRole("radio", { name: "Now" }).check();
  await checkDialog(page, "broadcast-dialog");
  await dialog.getByRole("button", { name: "Send to 1 person" }).click();
  await expect(page.getByRole("heading", { name: /Autumn in the browser/ })).toBeVisible();
  // A person without an address is tried again after a quarter of a minute; then everything is counted.
  await expect(page.getByRole("heading", { name: "After" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("3 people entered.")).toBeVisible();
  await checkLooks(page, "broadcast");
  const { data: later } = await api.post<{ data: { id: string } }>("/api/broadcasts", {
    ...{ name: "Later in the browser", contentId: "autumn-mail", everyone: true },
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  await page.goto(`/broadcasts/${later.id}`);
  await expect(page.getByText("Scheduled", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Stop it" }).click();
  await expect(page.getByText("Stopped", { exact: true })).toBeVisible();
  await page.goto("/broadcasts");
  await expect(page.getByRole("row", { name: /Later in the browser/ })).toContainText("Stopped");
  await expect(page.getByRole("row", { name: /Autumn in the browser/ })).toContainText("Sent");
  await settled(page);
  await checkLooks(page, "broadcasts");
});

test("a live-data step is drawn with its address, values, fall-backs and paths, and tried with its sample", async ({
  signedInPage: page,
  api,
}) => {
  const { data } = await api.post<{ data: { id: string } }>("/api/journeys", {
    name: "Live in the browser",
    siteId: (await api.get<{ data: { id: string }[] }>("/api/sites")).data[0]?.id,
    nodes: [
      { type: "TRIGGER", name: "start", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "asks" } } },
      { type: "LIVE_DATA", name: "ask", config: { url: "", storeAs: "plan" } },
      { type: "EXIT", name: "end", config: {} },
    ],
    edges: [
      { sourceNodeId: "start", targetNodeId: "ask" },
      { sourceNodeId: "ask", targetNodeId: "end" },
    ],
  });
  await page.goto(`/journeys/${data.id}`);
  const builder = new Builder(page);
  await builder.step("Ask").click();
  await page.getByLabel("Address").fill("https://api.example.com/plans/{{ person.externalId }}");
  await page.getByRole("button", { name: "Add a value" }).click();
  await page.getByLabel("Name", { exact: true }).fill("price");
  await page.getByLabel("Place in the answer").fill("plan.cents");
  await page.getByRole("button", { name: "Add a fall-back" }).click();
  await page.getByLabel("Name of the fall-back").fill("price");
  await page.getByLabel("Fall-back value", { exact: true }).fill("0");
  await page.getByLabel("Sample answer").fill('{"plan": ');
  await expect(page.getByText("This is not JSON yet.")).toBeVisible();
  await page.getByLabel("Sample answer").fill('{"plan": {"cents": 4900}}');
  await expect(page.getByText("This is not JSON yet.")).toBeHidden();
  await builder.saved();
  await checkLooks(page, "live-data-form");
  const { data: saved } = await api.get<{ data: { nodes: { name: string; config: object }[] } }>(
    `/api/journeys/${data.id}`,
  );
  expect(saved.nodes.find(({ name }) => name === "ask")?.config).toMatchObject({
    map: { price: "plan.cents" },
    fallback: { price: 0 },
    sample: { plan: { cents: 4900 } },
  });
});

test("an owner sets up an endpoint with a secret, the currency, and how long the text of messages is kept", async ({
  signedInPage: page,
}) => {
  await page.goto("/settings?tab=channels");
  await page.getByRole("button", { name: "Set up Endpoints" }).click();
  const dialog = page.getByRole("dialog", { name: "Endpoints" });
  await dialog.getByLabel("Name").fill("crm");
  await dialog.getByLabel("Address").fill("https://api.example.com");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText(/secrets.crm: is the value of the header, and is missing/)).toBeVisible();
  await dialog.getByLabel("Secret value").fill("Bearer abc");
  await checkDialog(page, "endpoints-dialog");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Change Endpoints" })).toBeVisible();
  await page.goto("/settings");
  await page.getByLabel("Currency").fill("EUR");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page.getByText("Saved.").first()).toBeVisible();
  await page.goto("/settings?tab=personal-data");
  await page.getByLabel("Keep for, in days").fill("30");
  await page.getByRole("button", { name: "Save archive" }).click();
  await expect(page.getByText("Saved. What is older goes within an hour.")).toBeVisible();
  await settled(page);
  await checkLooks(page, "settings-archive");
});
