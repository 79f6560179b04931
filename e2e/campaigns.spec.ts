import { expect, test } from "./fixtures.ts";
import { checkLooks, settled } from "./studio/check-page.ts";

test("a campaign is created for everyone, started and ended; a template is neither", async ({ signedInPage: page }) => {
  await page.goto("/campaigns");
  const create = async (name: string, people: string | null) => {
    await page.getByRole("button", { name: "New campaign" }).first().click();
    const dialog = page.getByRole("dialog", { name: "New campaign" });
    await dialog.getByRole("button", { name: "Create" }).click();
    await expect(dialog.getByText("Give it a name.")).toBeVisible();
    await dialog.getByLabel("Name").fill(name);
    if (people) {
      await dialog.getByRole("combobox", { name: "For" }).click();
      await page.getByRole("option", { name: people }).click();
    }
    await dialog.getByRole("button", { name: "Create" }).click();
    await expect(dialog).toBeHidden();
  };
  await create("Spring in the browser", null);
  await create("Voucher in the browser", "One person each (template)");
  const spring = page.getByRole("row", { name: /Spring in the browser/ });
  await expect(spring.getByText("Draft")).toBeVisible();
  await expect(page.getByRole("row", { name: /Voucher in the browser/ }).getByRole("button")).toHaveCount(0);
  await spring.getByRole("button", { name: /Start/ }).click();
  await expect(spring.getByText("Active")).toBeVisible();
  await spring.getByRole("button", { name: /End/ }).click();
  await expect(spring.getByText("Ended")).toBeVisible();
  await page.getByLabel("Search campaigns").fill("Voucher in");
  await expect(spring).toBeHidden();
  await settled(page);
  await checkLooks(page, "campaigns");
});
