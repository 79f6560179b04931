import { expect, test } from "./fixtures.ts";
import { checkLooks, checkPage, settled } from "./studio/check-page.ts";

const LOOKS = [
  ["light", 1440],
  ["dark", 390],
] as const;

test("somebody new copies the lines, visits the demo shop, is led through its tour, and follows themselves to the end", async ({
  signedInPage: page,
  context,
}) => {
  await page.goto("/settings?tab=sites");
  await page.getByRole("link", { name: "Put it into your pages" }).first().click();
  await expect(page.getByRole("heading", { name: "Put Sojourn into your pages" })).toBeVisible();
  await page.getByRole("tab", { name: "With integrity" }).click();
  await expect(page.getByText(/integrity="sha384-/)).toBeVisible();
  await checkLooks(page, "install");
  const [shop] = await Promise.all([context.newPage(), page.setViewportSize({ width: 1440, height: 900 })]);
  await shop.goto("/demo-shop");
  await settled(shop);
  await checkPage(shop, "the demo shop before it is set up");
  await shop.getByRole("button", { name: "Set up the demo shop" }).click();

  const frame = shop.frameLocator("iframe");
  const steps = shop.getByRole("list", { name: "Steps of the journey" });
  const at = (name: string) => expect(steps.locator("[aria-current=step]")).toContainText(name, { timeout: 10_000 });
  await expect(frame.getByRole("button", { name: "Show me around" })).toBeVisible();
  await expect(page.getByText(/event(s are| is) here/)).toBeVisible({ timeout: 10_000 });
  await frame.getByRole("button", { name: "Show me around" }).click();
  await at("tour");
  await expect(frame.getByRole("dialog")).toContainText("Three things to buy, Shopper");
  await shop.screenshot({ path: "test-results/screenshots/demo-shop-tour.png" });
  await frame.getByRole("button", { name: "Next" }).click();
  await frame.getByRole("button", { name: "Next" }).click();
  await expect(frame.getByRole("dialog")).toContainText("Your turn");
  await frame.getByRole("button", { name: "Add the mug" }).click();
  await at("waits for order");
  await frame.getByRole("button", { name: "Order" }).click();
  await at("thanks");
  for (const [colorScheme, width] of LOOKS) {
    await shop.emulateMedia({ colorScheme });
    await shop.setViewportSize({ width, height: 900 });
    await checkPage(shop, `the demo shop, ${colorScheme}, ${width} wide`);
    await shop.screenshot({ path: `test-results/screenshots/demo-shop-${colorScheme}-${width}.png`, fullPage: true });
  }
  await frame.getByRole("button", { name: "Done" }).click();
  await expect(steps.getByRole("listitem").filter({ hasText: "bought" })).toContainText("passed", { timeout: 10_000 });
  await expect(shop.getByRole("link", { name: "Why here" })).toHaveAttribute("href", /\/enrollments\//);
  await page.screenshot({ path: "test-results/screenshots/install-arrived.png", fullPage: true });
});

test("the settings of sites and channels, and the pages of imports, fit every screen and theme", async ({
  signedInPage: page,
}) => {
  await page.goto("/settings?tab=channels");
  await page.getByRole("button", { name: "Set up Web push" }).click();
  await page.getByLabel("Contact").fill("mailto:push@example.com");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove Web push" })).toBeVisible();
  await checkLooks(page, "settings-channels");
  await page.getByRole("button", { name: "Set up SMS" }).click();
  await page.screenshot({ path: "test-results/screenshots/settings-channels-sms.png" });
  await page.keyboard.press("Escape");
  await page.goto("/settings?tab=sites");
  await page.getByRole("button", { name: "Make a proof secret" }).first().click();
  await expect(page.getByText(/^ps_/)).toBeVisible();
  await checkLooks(page, "settings-sites");
  for (const path of ["/people/import", "/journeys/import"]) {
    await page.goto(path);
    await checkLooks(page, path.slice(1).replace("/", "-"));
  }
});
