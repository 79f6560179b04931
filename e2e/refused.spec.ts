import { expect, test } from "./fixtures.ts";
import { checkLooks, checkPage, settled } from "./studio/check-page.ts";

test("F1: what was refused is shown with its reason and a sample, in the light, in the dark and on a phone", async ({
  signedInPage: page,
  api,
}) => {
  await page.goto("/events?tab=refused");
  await expect(page.getByRole("heading", { name: "Nothing was refused" })).toBeVisible();
  await settled(page);
  await checkPage(page, "the empty list");
  const batch = [
    { type: "track", userId: "ada", event: "Signed Up" },
    { type: "track", userId: "bob", event: "", properties: { plan: "pro" } },
    { type: "track", event: "Signed Up" },
    { type: "track", userId: "ann", event: "Signed Up", properties: { name: "Ann \ud83d" } },
  ];
  expect(await api.post("/v1/batch", { batch })).toMatchObject({
    success: true,
    refused: [{ index: 1 }, { index: 2 }],
  });

  await page.reload();
  const invalid = page.getByText("Not a valid message");
  await expect(invalid).toBeVisible();
  await expect(page.getByText("No person given")).toBeVisible();
  await expect(page.getByText("Broken text")).toBeVisible();
  await expect(page.getByText("2 messages refused")).toBeVisible();
  await invalid.click();
  await expect(page.getByText("event: name the event")).toBeVisible();
  await expect(page.getByText('"userId":"bob"')).toBeVisible();
  await checkLooks(page, "refused");
});
