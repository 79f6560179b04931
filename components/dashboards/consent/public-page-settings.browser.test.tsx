import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render, requestsTo } from "#rendering";
import { PublicPageSettings } from "./public-page-settings.tsx";

test("an owner says which languages the pages speak and what is added to links, and empty parameters are none", async () => {
  const sent = requestsTo("PATCH /api/workspace");
  render(<PublicPageSettings mayEdit />);
  const save = page.getByRole("button", { name: "Save" });
  await page.getByLabelText("Languages to choose from").fill("de en");
  await page.getByLabelText("utm_source").fill(" news ");
  await save.click();
  await expect.poll(() => sent.length).toBe(1);
  await expect.element(page.getByLabelText("utm_source")).toHaveValue("news");
  await page.getByLabelText("utm_source").fill("");
  await save.click();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent).toMatchObject([
    { settings: { languages: ["de", "en"], utm: { source: "news" } } },
    { settings: { languages: ["de", "en"], utm: null } },
  ]);
});

test("others read them only", async () => {
  render(<PublicPageSettings mayEdit={false} />);
  await expect.element(page.getByLabelText("utm_medium")).toHaveAttribute("readonly");
  expect(page.getByRole("button", { name: "Save" }).elements()).toEqual([]);
});
