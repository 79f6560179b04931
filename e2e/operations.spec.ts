import { expect, test } from "./fixtures.ts";
import { BY_HAND, drawJourney, enrollmentsBecome, enrollPeople } from "./studio/journeys.ts";

test("people let go little by little are counted on the journey's page, and the rest are stopped by a pause", async ({
  signedInPage: page,
  api,
}) => {
  const journey = await drawJourney(
    api,
    "Little by little",
    [
      BY_HAND,
      { type: "WAIT_FOR_EVENT", name: "go", config: { eventName: "go", timeout: "30d" } },
      { type: "EXIT", name: "end" },
    ],
    [
      ["start", "go"],
      ["go", "end"],
    ],
  );
  await api.post(`/api/journeys/${journey.id}/publish`);
  const names = ["slow-1", "slow-2", "slow-3"];
  await enrollPeople(api, journey.id, Object.fromEntries(names.map((name) => [name, { name }])));
  await enrollmentsBecome(api, journey.id, "ACTIVE", names.length);
  await api.post(`/api/journeys/${journey.id}/pause`, { pauseMode: "hold" });
  for (const userId of names) await api.post("/api/track", { userId, event: "go" });

  await page.goto(`/journeys/${journey.id}`);
  await page.getByRole("button", { name: "Resume" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Limit per minute").fill("1");
  await dialog.getByRole("button", { name: "Resume" }).click();
  await expect(dialog).toBeHidden();

  const work = page.getByRole("list", { name: "Work in progress" });
  await expect(work).toContainText("Resuming");
  await expect(work.getByRole("progressbar")).toBeVisible();
  // People not yet resumed are held again by a pause.
  await expect(work.getByRole("button", { name: "Cancel" })).toBeHidden();
  await page.getByRole("button", { name: "Pause" }).click();
  await dialog.getByRole("button", { name: "Pause" }).click();
  await expect(dialog).toBeHidden();
  await expect(work).toBeHidden();
  await enrollmentsBecome(api, journey.id, "COMPLETED", 1);
  await enrollmentsBecome(api, journey.id, "ACTIVE", names.length - 1);
});
