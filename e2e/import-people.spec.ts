import { expect, test } from "./fixtures.ts";
import { checkLooks, settled } from "./studio/check-page.ts";

const FILE = ["Customer;Mail;Age", "imp-1;one@a.example;30", "imp-2;two@a.example;old", ";nobody@a.example;1", ""].join(
  "\r\n",
);
type Person = { data: { traits: Record<string, unknown> } };

test("a list of people is looked at, imported in the background, and its refused rows are kept", async ({
  signedInPage: page,
  api,
}) => {
  await page.goto("/people/import");
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "customers.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
  await expect(page.getByText("Say which column is the user id")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toBeDisabled();
  await page.getByLabel("Customer becomes").click();
  await page.getByRole("option", { name: "User id" }).click();
  await page.getByLabel("Mail becomes").click();
  await page.getByRole("option", { name: "Skip" }).click();
  await page.getByLabel("Age becomes").click();
  await page.getByRole("option", { name: "Trait, as a number" }).click();
  await expect(page.getByRole("cell", { name: "The cell is no number." })).toBeVisible();
  await page.getByRole("button", { name: "Import 1 row" }).click();
  const outcome = page.getByRole("region", { name: "Import" });
  await expect(outcome.getByText("1 person created")).toBeVisible();
  await expect(outcome.getByText("2 rows refused")).toBeVisible();
  await expect(page).toHaveURL(/list=/);
  await page.reload();
  await expect(outcome.getByRole("table", { name: "Refused rows" }).getByRole("row")).toHaveCount(3);
  await expect(page.getByRole("link", { name: "customers.csv" })).toBeVisible();
  const download = page.waitForEvent("download");
  await outcome.getByRole("button", { name: "Download all as CSV" }).click();
  expect((await download).suggestedFilename()).toBe("customers.csv refused.csv");
  const { data } = await api.get<Person>("/api/people/imp-1");
  expect(data.traits).toEqual({ Age: 30 });
  await settled(page);
  await checkLooks(page, "import-people");
});
