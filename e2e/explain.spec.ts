import { expect, test } from "./fixtures.ts";
import { BY_HAND, drawJourney, enrollmentsBecome, enrollPeople } from "./studio/journeys.ts";

const FAILING = {
  type: "ACTION",
  name: "count_up",
  config: { operations: [{ type: "set_attribute", attribute: "n", expression: "traits.missing + 1" }] },
};

test("it explains why somebody waits, who did not get in, and why not", async ({ signedInPage: page, api }) => {
  const journey = await drawJourney(
    api,
    "Quiet room",
    [
      {
        type: "TRIGGER",
        name: "knocked",
        config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.knocked" } },
      },
      { type: "WAIT_FOR_EVENT", name: "until_called", config: { eventName: "app.called", timeout: "10d" } },
      { type: "EXIT", name: "end" },
    ],
    [
      ["knocked", "until_called"],
      ["until_called", "end"],
    ],
  );
  await api.post(`/api/journeys/${journey.id}/publish`);
  await api.post("/api/identify", { userId: "knocker", traits: { name: "Kit Knocker" } });
  await api.post("/api/track", { userId: "knocker", event: "knocked" });
  await enrollmentsBecome(api, journey.id, "ACTIVE", 1);
  await api.post("/api/track", { userId: "knocker", event: "knocked" });

  await page.goto(`/journeys/${journey.id}/enrollments`);
  const list = page.getByRole("region", { name: "List of enrollments" });
  await list.getByRole("link", { name: "Kit Knocker" }).click();
  const why = page.getByRole("region", { name: "Why is this person here?" });
  await expect(why).toContainText("Inside");
  await expect(why).toContainText("until_called");
  await expect(why).toContainText("app.called");

  await page.goto(`/journeys/${journey.id}/enrollments`);
  const miss = page.locator('[data-near-miss="already_in"]');
  await expect(async () => {
    await page.reload();
    await expect(miss).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 30_000 });
  await miss.locator("summary").click();
  await miss.getByRole("link", { name: "Kit Knocker" }).click();
  await page.getByRole("tab", { name: "Why not in…?" }).click();
  await page.getByRole("combobox", { name: "Journey" }).click();
  await page.getByRole("option", { name: /^Quiet room/ }).click();
  await expect(page.getByRole("region", { name: "Why is this person in it?" })).toContainText("until_called");
});

test("a failed enrollment is tried again once its reason is gone, and another is skipped past its step", async ({
  signedInPage: page,
  api,
}) => {
  const journey = await drawJourney(
    api,
    "Stumbling block",
    [BY_HAND, FAILING, { type: "EXIT", name: "end" }],
    [
      ["start", "count_up"],
      ["count_up", "end"],
    ],
  );
  await api.post(`/api/journeys/${journey.id}/publish`);
  await enrollPeople(api, journey.id, { "stumble-1": { name: "Sam Retry" }, "stumble-2": { name: "Sue Skip" } });
  await enrollmentsBecome(api, journey.id, "FAILED", 2);
  await api.post("/api/identify", { userId: "stumble-1", traits: { missing: 1 } });

  await page.goto(`/journeys/${journey.id}/enrollments`);
  const list = page.getByRole("region", { name: "List of enrollments" });
  await list.getByRole("link", { name: "Sam Retry" }).click();
  await page.getByRole("button", { name: "Retry", exact: true }).click();
  await expect(page.getByRole("heading", { name: /Sam Retry.*Completed/ })).toBeVisible({ timeout: 20_000 });

  await page.goto(`/journeys/${journey.id}/enrollments`);
  await page.getByRole("button", { name: "Retry all failed…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Skip the step" }).click();
  await dialog.getByRole("button", { name: "Skip 1 failed enrollment" }).click();
  await expect(dialog.getByText(/^Done:/)).toBeVisible({ timeout: 20_000 });
  await enrollmentsBecome(api, journey.id, "COMPLETED", 2);
});
