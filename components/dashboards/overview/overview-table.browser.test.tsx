import { useState } from "react";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { useOverview } from "#data";
import { newJourney, render } from "#rendering";
import type { OverviewSort } from "./columns.ts";
import { OverviewTable } from "./overview-table.tsx";

/** The table over the API, as the page has it without the address. */
function Overview() {
  const [sort, setSort] = useState<OverviewSort>("name");
  const overview = useOverview({ sort, limit: 100 }).data;
  return overview ? <OverviewTable overview={overview} sort={sort} order={null} days={30} onSort={setSort} /> : null;
}

test("every journey has a row with its line of days, and a heading sorts by its column", async () => {
  await newJourney("Overview B");
  await newJourney("Overview A");
  render(<Overview />);
  const first = page.getByRole("rowheader", { name: /^Overview/ }).first();
  await expect.element(first).toHaveTextContent("Overview A");
  const row = page.getByRole("row", { name: /Overview A/ });
  await expect.element(row.getByRole("img", { name: "0 enrollments in 30 days" })).toBeVisible();
  await expect.element(row.getByText("Draft")).toBeVisible();
  const active = page.getByRole("columnheader", { name: "Active" });
  await active.getByRole("button").click();
  await expect.element(active).toHaveAttribute("aria-sort", "descending");
  await expect.element(page.getByRole("columnheader", { name: "Journey" })).not.toHaveAttribute("aria-sort");
});
