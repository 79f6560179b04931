import { expect, test } from "./fixtures.ts";
import { checkLooks, checkPage, settled } from "./studio/check-page.ts";
import { drawJourney } from "./studio/journeys.ts";

// Other tests send with the same workspace.
test.afterEach(async ({ api }) => {
  const none = { quietHours: null, sendWindows: [], fallbackZone: null, caps: [], rateLimits: [], holdout: null };
  await api.put("/api/sending-policies", none);
});

test("an editor sets quiet hours, sees why a message is held, and lets it go", async ({
  signedInPage: page,
  api,
  mailServer,
}) => {
  await api.post("/api/content", {
    type: "email",
    slug: "quiet",
    name: "Quiet",
    subject: "Quiet",
    html: "<p>Hello</p>",
  });
  const steps = [
    {
      type: "TRIGGER",
      name: "start",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.quiet" } },
    },
    { type: "CONTENT", name: "mail", contentId: "quiet", config: { contentType: "email" } },
    { type: "EXIT", name: "end" },
  ];
  const journey = await drawJourney(api, "Quiet", steps, [
    ["start", "mail"],
    ["mail", "end"],
  ]);
  await api.post(`/api/journeys/${journey.id}/publish`, {});
  await api.post("/api/people", { externalId: "quiet-ada", traits: { email: "ada@quiet.example", timezone: "UTC" } });
  const clock = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
  const mails = () => mailServer.mails.filter(({ to }) => to === "ada@quiet.example").length;

  await page.goto("/settings?tab=policies");
  const form = page.locator("form").filter({ hasText: "Quiet hours" });
  await expect(page.getByText("People may get any number of messages.")).toBeVisible();
  await checkPage(page, "no sending policies");
  await form.getByRole("checkbox", { name: "Messages wait in quiet hours" }).click();
  const quiet = form.getByRole("region", { name: "Quiet hours" });
  await quiet.getByLabel("From").fill(clock(-1));
  await quiet.getByLabel("To").fill(clock(-1));
  await form.getByRole("button", { name: "Add cap" }).click();
  await form.getByRole("region", { name: "Caps for one person" }).getByLabel("At most, messages").fill("0");
  await form.getByRole("button", { name: "Save policies" }).press("Enter");
  await expect(form.getByText(/Nothing was saved/)).toBeVisible();
  await expect(form.getByRole("alert").first()).toBeVisible();
  await form.getByRole("region", { name: "Caps for one person" }).getByLabel("At most, messages").fill("3");
  await form.getByRole("button", { name: "Save policies" }).click();
  await expect(quiet.getByText("so the time is empty", { exact: false })).toBeVisible();
  await quiet.getByLabel("To").fill(clock(1));
  await form.getByRole("button", { name: "Add window" }).click();
  await form.getByRole("region", { name: "Send windows" }).getByLabel("From").fill("00:00");
  await form.getByRole("region", { name: "Send windows" }).getByLabel("To").fill("23:59");
  for (const day of ["Sat", "Sun"]) await form.getByRole("checkbox", { name: day }).click();
  await form.getByRole("button", { name: "Add rate" }).click();
  await form.getByRole("button", { name: "Save policies" }).click();
  await expect(page.getByText("Saved. Held messages are looked at again.")).toBeVisible();
  await settled(page);
  await checkLooks(page, "sending-policies");
  await page.setViewportSize({ width: 1440, height: 900 });

  await api.post("/api/track", { userId: "quiet-ada", event: "quiet", messageId: "quiet-1", properties: {} });
  type Listed = { data: { id: string }[] };
  await expect
    .poll(async () => (await api.get<Listed>("/api/deliveries?status=held")).data.length, { timeout: 15_000 })
    .toBe(1);
  await page.goto("/deliveries?status=held");
  await page.getByRole("button", { name: "email" }).first().click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText("Held until");
  await expect(sheet).toContainText("quiet hours are from");
  await checkPage(page, "a held message");
  await page.screenshot({ path: "test-results/screenshots/held-message.png" });
  expect(mails()).toBe(0);

  await page.goto("/settings?tab=policies");
  await page.getByRole("checkbox", { name: "Messages wait in quiet hours" }).click();
  await page.getByRole("button", { name: "Save policies" }).click();
  await expect.poll(mails, { timeout: 15_000 }).toBe(1);
});
