import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { settled } from "./studio/check-page.ts";
import { PLAIN_PAGES } from "./studio/pages.ts";

test.setTimeout(180_000);

test("no page breaks its policy, previews and the reference work under theirs, and a script that got in does not run", async ({
  signedInPage: page,
  api,
}) => {
  const broken = complaintsOf(page);
  const mail = {
    type: "email",
    slug: "policy-mail",
    name: "Policy",
    subject: "Hi",
    html: "<p style='color:red'>Preview me</p>",
  };
  const content = await api.post<{ data: { id: string } }>("/api/content", mail);
  const { data: sites } = await api.get<{ data: { id: string }[] }>("/api/sites");
  const start = {
    type: "TRIGGER",
    name: "start",
    config: { triggerType: "MANUAL", triggerConfig: {} },
    position: { x: 0, y: 0 },
  };
  const drawn = { name: "Policies", siteId: sites[0]?.id, nodes: [start], edges: [] };
  const journey = await api.post<{ data: { id: string } }>("/api/journeys", drawn);

  for (const path of [...PLAIN_PAGES, "/install", "/broadcasts", `/journeys/${journey.data.id}/enrollments`]) {
    await page.goto(path);
    await settled(page);
  }
  // A page that the browser has already is answered by 304.
  await page.goto("/people");
  await settled(page);
  await page.goto(`/journeys/${journey.data.id}`);
  await expect(page.locator(".react-flow__node").first()).toBeVisible();
  await page.getByRole("button", { name: /tidy/i }).first().click();
  await page.goto(`/content/${content.data.id}`);
  await expect(page.frameLocator("iframe").first().getByText("Preview me")).toBeVisible();
  await page.goto("/nowhere");
  await expect(page.getByRole("heading").first()).toBeVisible();
  await page.goto("/api/reference");
  await expect(page.getByText("List journeys").first()).toBeVisible();
  expect(broken).toEqual([]);

  await page.goto("/people");
  await settled(page);
  const ran = await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.gotIn = true">');
    const script = document.createElement("script");
    script.textContent = "window.gotIn = true";
    document.body.append(script);
    return "gotIn" in window;
  });
  expect(ran).toBe(false);
  await expect.poll(() => broken.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => "gotIn" in window)).toBe(false);
});

/** What the browser says of a policy that something broke, in frames too. */
function complaintsOf(page: Page): string[] {
  const said: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted Type/i.test(message.text())) said.push(`${page.url()}: ${message.text()}`);
  });
  return said;
}
