import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

/**
 * No accessibility rule of axe is broken on the page as it stands. Frames are checked from outside only: a mail's
 * preview runs no script, so nothing can look around inside it (`@axe-core/playwright` waits there for ever).
 */
export async function checkPage(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const found = await axe.run(document, { iframes: false, resultTypes: ["violations"] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  });
  expect(violations, `${name} has no accessibility violation`).toEqual([]);
}

/** Waits until nothing on the page is loading any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.locator('[aria-busy="true"], [data-slot="skeleton"]')).toHaveCount(0);
}

const LOOKS = [
  ["light", 1440],
  ["dark", 1440],
  ["dark", 390],
  ["light", 390],
] as const;

/** Checks a page in the light and in the dark, on a desk and on a phone, and keeps a picture of each under `name`. */
export async function checkLooks(page: Page, name: string): Promise<void> {
  for (const [colorScheme, width] of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    await checkPage(page, `${name}, ${colorScheme}, ${width} wide`);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(tooWide, `${name}, ${width} wide: nothing is wider than the screen`).toBe(false);
    await page.screenshot({ path: `test-results/screenshots/${name}-${colorScheme}-${width}.png` });
  }
}
