import { expect, test } from "./fixtures.ts";

test("Marketers can make an offer and a decision flow, and see for one person what it picks and why", async ({
  signedInPage: page,
  api,
}) => {
  await api.post("/api/people", { externalId: "ada", traits: { name: "Ada Lovelace", income: 50 } });
  await page.goto("/decisions?tab=offers");
  await page.getByRole("button", { name: "New offer" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("Gold card");
  await page.getByLabel("Expression").fill("traits.income > 100");
  await page.getByRole("button", { name: "Create offer" }).click();
  await expect(page.getByRole("button", { name: "Gold card", exact: true })).toBeVisible();
  await page.goto("/decisions?new=true");
  await page.getByLabel("Name", { exact: true }).fill("Cards");
  await page.getByRole("button", { name: "Create decision flow" }).click();
  await expect(page.getByRole("heading", { name: "Cards" })).toBeVisible();
  await page.getByRole("button", { name: /^Person:/ }).click();
  await page.getByRole("option", { name: /Ada Lovelace/ }).click();
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page.getByText("found no offer (1 not for this person).")).toBeVisible();
  await expect(page.getByText("The person is not eligible.")).toBeVisible();
});
