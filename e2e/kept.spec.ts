import { expect, test } from "./fixtures.ts";
import { checkLooks, checkPage, settled } from "./studio/check-page.ts";

const ROWS = [
  { id: "01900000-0000-7000-8000-000000000001", kind: "event", reason: "refused", error: "no room for “app.bought”" },
  {
    id: "01900000-0000-7000-8000-000000000002",
    kind: "patch",
    reason: "process_died",
    error: `long ${"word".repeat(60)}`,
  },
];

test("S2: signals that are kept are shown with their reason, replayed and discarded, in the light, in the dark and on a phone", async ({
  signedInPage: page,
}) => {
  await page.goto("/events?tab=kept");
  await expect(page.getByRole("heading", { name: "Nothing is kept" })).toBeVisible();
  await settled(page);
  await checkPage(page, "the empty list");
  // What keeps signals is a fault inside the server, so the answers of its API stand in for one here.
  let rows = ROWS;
  const asked: string[] = [];
  const about = {
    personId: ROWS[0]?.id,
    payload: { event: { name: "app.bought" } },
    receivedAt: "2026-11-29T10:00:00Z",
  };
  await page.route("**/api/signals/rejected?*", (route) =>
    route.fulfill({
      json: {
        data: rows.map((row) => ({ ...row, ...about, rejectedAt: "2026-11-29T10:00:01Z" })),
        meta: { page: 1, limit: 25, total: rows.length, totalPages: 1 },
      },
    }),
  );
  for (const verb of ["replay", "discard"])
    await page.route(`**/api/signals/rejected/${verb}`, (route) => {
      const { ids } = route.request().postDataJSON() as { ids: string[] };
      asked.push(`${verb} ${ids.join()}`);
      rows = rows.filter(({ id }) => !ids.includes(id));
      return route.fulfill({ json: { data: { replayed: 1, discarded: 1, left: rows.length, superseded: [] } } });
    });
  await page.reload();
  await expect(page.getByText("no room for “app.bought”")).toBeVisible();
  await page.getByText("no room for “app.bought”").click();
  await expect(page.getByText('"name": "app.bought"').first()).toBeVisible();
  await checkLooks(page, "kept");
  await page.getByRole("button", { name: "Replay", exact: true }).click();
  await expect(page.getByText("no room for “app.bought”")).toBeHidden();
  await page.getByText("Change of the person").click();
  await page.getByRole("button", { name: "Discard…" }).click();
  await page.getByRole("button", { name: "Discard", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nothing is kept" })).toBeVisible();
  expect(asked).toEqual([`replay ${ROWS[0]?.id}`, `discard ${ROWS[1]?.id}`]);
});
