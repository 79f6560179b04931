import { expect, test } from "./fixtures.ts";
import { drawJourney } from "./studio/journeys.ts";

/** A file as a spreadsheet of western Europe writes it: semicolons, Windows line ends, a line break inside quotes. */
const FILE = [
  "Customer;Plan;Note;Plan",
  'csv-1;pro;"first; ""quoted""\r\nsecond";a',
  "csv-2;free;;b",
  "csv-3;pro;one;b;too many",
  ";free;nobody;b",
  "csv-1;free;again;b",
  "csv-new;pro;new;b",
  "",
].join("\r\n");

type Trigger = { data: { trigger: { properties: Record<string, string> } } };

test("S31: people are enrolled from a file: columns are chosen, nothing is left out in silence, and each brings its properties", async ({
  signedInPage: page,
  api,
}) => {
  const journey = await drawJourney(
    api,
    "From a file",
    [
      { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL", triggerConfig: {} } },
      { type: "WAIT", name: "wait", config: { duration: "30d" } },
      { type: "EXIT", name: "end" },
    ],
    [
      ["start", "wait"],
      ["wait", "end"],
    ],
  );
  await api.post(`/api/journeys/${journey.id}/publish`);
  for (const userId of ["csv-1", "csv-2"])
    await api.post("/api/identify", { userId, traits: { name: `Person ${userId}`, email: `${userId}@example.com` } });
  const readers: string[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith(".js") && (await response.text().catch(() => "")).includes("UndetectableDelimiter"))
      readers.push(response.url());
  });
  await page.goto(`/journeys/${journey.id}/enrollments`);
  await page.getByRole("button", { name: "Enroll people…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("tab", { name: "List or CSV" })).toBeVisible();
  expect(readers).toEqual([]);
  await dialog.getByRole("tab", { name: "List or CSV" }).click();
  const chooser = dialog.getByLabel("Or a CSV file");
  await chooser.setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${FILE}`) });
  expect(readers.length).toBeGreaterThan(0);
  await expect(dialog.getByText("Choose the column that says who each person is.")).toBeVisible();
  await expect(dialog.getByRole("checkbox", { name: "The first line names the columns" })).toBeChecked();
  await expect(dialog.getByRole("button", { name: "Enroll", exact: true })).toBeDisabled();

  const use = async (column: string, words: string) => {
    await dialog.getByRole("combobox", { name: `Use of the column ${column}`, exact: true }).click();
    await page.getByRole("option", { name: words, exact: true }).click();
  };
  await use("Customer", "User id");
  await use("Plan_2", "Ignore");
  await expect(dialog.getByText("3 people in 4 columns separated by semicolons.")).toBeVisible();
  const preview = dialog.getByRole("table", { name: "The first rows of the list" });
  await expect(preview.getByRole("row").nth(1)).toContainText('first; "quoted"');
  await expect(dialog.getByText("Line 5: 5 cells instead of 4")).toBeVisible();
  await expect(dialog.getByText("Line 6: no id")).toBeVisible();
  await expect(dialog.getByText("Line 7: the same person as in line 2")).toBeVisible();
  await expect(dialog.getByText("csv-new (line 8)")).toBeVisible();

  await dialog.getByRole("button", { name: "Enroll 2 people" }).click();
  await expect(dialog.getByRole("list", { name: "Result" })).toContainText("2 people entered");
  await expect(dialog.getByText(/Skipped: csv-new \(line 8\)/)).toBeVisible();
  await expect(dialog.getByText("3 rows are left out:")).toBeVisible();

  const { data } = await api.get<{ data: { id: string; endUser: { externalId: string } }[] }>(
    `/api/journeys/${journey.id}/enrollments`,
  );
  const trigger = async (externalId: string) => {
    const enrollment = data.find(({ endUser }) => endUser.externalId === externalId);
    return (await api.get<Trigger>(`/api/journeys/${journey.id}/enrollments/${enrollment?.id}`)).data.trigger
      .properties;
  };
  expect(await trigger("csv-1")).toEqual({ Plan: "pro", Note: 'first; "quoted"\nsecond' });
  expect(await trigger("csv-2")).toEqual({ Plan: "free" });
});
