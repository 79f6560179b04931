import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

/**
 * Checks that the page breaks no accessibility rule of axe. Frames are checked from outside only: the preview of an
 * email runs no script, so axe cannot run inside it (`@axe-core/playwright` waits there forever).
 */
export async function checkPage(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const found = await axe.run(document, { iframes: false, resultTypes: ["violations"] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  });
  expect(violations, `${name} has no accessibility violation`).toEqual([]);
}

/** Waits until the page has loaded everything. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.locator('[aria-busy="true"], [data-slot="skeleton"]')).toHaveCount(0);
  // The code of a page may come after its frame. In the tree of the page, not in that of names: a dialog hides it there.
  await expect(page.locator("h1").first()).toBeAttached();
}

const LOOKS = [
  ["light", 1440],
  ["dark", 1440],
  ["dark", 390],
  ["light", 390],
] as const;

/** What stands beyond the edge, where the page, or its main part, which scrolls by itself, can be moved sideways. */
function tooWide(): string[] {
  const main = document.querySelector("main");
  const parts = [document.documentElement, main, main?.parentElement].filter(
    (part) => part !== null && part !== undefined,
  );
  if (parts.every((part) => part.scrollWidth <= part.clientWidth)) return [];
  const all = [...(main ?? document.body).querySelectorAll("*")];
  const wide = all.filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1);
  return wide.slice(-3).map((one) => one.outerHTML.slice(0, 160));
}

/** Checks a page in both themes, on desktop and phone, and saves a screenshot of each under `name`. */
export async function checkLooks(page: Page, name: string): Promise<void> {
  for (const [colorScheme, width] of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    await checkPage(page, `${name}, ${colorScheme}, ${width} wide`);
    expect(await page.evaluate(tooWide), `${name}, ${width} wide: nothing is wider than the screen`).toEqual([]);
    await page.screenshot({ path: `test-results/screenshots/${name}-${colorScheme}-${width}.png` });
  }
}
