import { type Locator, page } from "vitest/browser";

/** Opens a select, or a menu, and takes one of its entries by its words. */
export async function choose(select: Locator, words: string, role: "option" | "menuitem" = "option"): Promise<void> {
  await select.click();
  await page.getByRole(role, { name: words, exact: true }).click();
}
