import { expect, test } from "./fixtures.ts";
import { BY_HAND, drawJourney, enrollPeople, tripsBecome } from "./studio/journeys.ts";

test("publishing with a plan moves people to the new version, and rolling back asks the same", async ({
  signedInPage: page,
  api,
}) => {
  const journey = await drawJourney(
    api,
    "Plan for people",
    [BY_HAND, { type: "WAIT", name: "cool_off", config: { duration: "30d" } }, { type: "EXIT", name: "end" }],
    [
      ["start", "cool_off"],
      ["cool_off", "end"],
    ],
  );
  await api.post(`/api/journeys/${journey.id}/publish`);
  await enrollPeople(api, journey.id, { "plan-1": { name: "Plan One" }, "plan-2": { name: "Plan Two" } });
  await tripsBecome(api, journey.id, "ACTIVE", 2);
  const nodes = journey.nodes.map((node) =>
    node.name === "cool_off" ? { ...node, config: { duration: "20d" } } : node,
  );
  const saved = await api.send("PUT", `/api/journeys/${journey.id}/canvas`, { nodes, edges: journey.edges });
  expect(saved.status).toBe(200);

  await page.goto(`/journeys/${journey.id}/versions`);
  await expect(page.locator('[data-change="changed"]')).toContainText("cool_off");
  await expect(page.locator('[data-change="changed"]')).toContainText("20d");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  const step = dialog.locator('[data-plan-step="cool_off"]');
  await expect(step).toContainText("Changed");
  await expect(step).toContainText("2 people");
  await expect(dialog).toContainText("2 people stay on the version they entered");
  await step.getByRole("combobox").click();
  await page.getByRole("option", { name: "Move to…" }).click();
  await expect(step.getByRole("combobox", { name: /move to$/ })).toContainText("cool_off");
  await expect(dialog).toContainText("2 people move to version 2");
  await dialog.getByRole("button", { name: "Publish version 2" }).click();
  await expect(dialog).toBeHidden();

  const second = page.getByRole("row", { name: /^2 Current/ });
  await expect(second.locator('[data-people="2"]')).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Go back to version 1" }).click();
  await expect(dialog.locator('[data-plan-step="cool_off"]')).toContainText("version 2");
  await dialog.getByRole("button", { name: "Go back to version 1" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row", { name: /^3 Current/ })).toBeVisible();
  await tripsBecome(api, journey.id, "ACTIVE", 2);
});
