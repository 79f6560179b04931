import { expect, test } from "./fixtures.ts";
import { BY_HAND, drawJourney } from "./studio/journeys.ts";

test("T1: a live view that is refused as one too many says so, and goes on when there is room", async ({
  signedInPage: page,
  api,
}) => {
  const steps = [BY_HAND, { type: "EXIT", name: "end", config: {} }];
  const journey = await drawJourney(api, "Watched by many", steps, [["start", "end"]]);
  await api.post(`/api/journeys/${journey.id}/publish`);
  const stream = "**/api/journeys/*/live*";
  await page.route(stream, (route) =>
    route.fulfill({ status: 429, headers: { "retry-after": "1" }, json: { title: "Too many", status: 429 } }),
  );
  await page.goto(`/journeys/${journey.id}?view=live`);
  await expect(page.getByText("Too many live views are open")).toBeVisible();
  await page.unroute(stream);
  await expect(page.getByRole("region", { name: "Totals" }).getByText("Live", { exact: true })).toBeVisible({
    timeout: 30_000,
  });
});
