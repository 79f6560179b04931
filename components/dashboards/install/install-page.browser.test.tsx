import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { Site } from "#data";
import { choose, createdBy, render } from "#rendering";
import { InstallPage } from "./install-page.tsx";

test("each site has its lines, in every way, and the page waits for its first event", async () => {
  const { publishableKey } = await createdBy<Site>("/api/sites", {
    name: "Bare site",
    origins: [],
  });
  render(<InstallPage />);
  await choose(page.getByRole("combobox", { name: "Site" }), "Bare site");
  await expect.element(page.getByText(/has no origins, so browsers on your pages are refused/)).toBeVisible();
  const lines = page.getByRole("region", { name: "1. Copy the lines" });
  for (const [way, words] of [
    ["Script tag", `DAP("init","${publishableKey}")`],
    ["Package", `createClient({ key: "${publishableKey}"`],
    ["React", `siteKey="${publishableKey}"`],
  ] as const) {
    await lines.getByRole("tab", { name: way }).click();
    await expect.element(lines.getByRole("tabpanel").getByText(words, { exact: false })).toBeVisible();
  }
  await expect.element(lines.getByText(/^script-src .*; connect-src /)).toBeVisible();
  await expect.element(page.getByRole("status").getByText("Waiting for the first event…")).toBeVisible();
});
