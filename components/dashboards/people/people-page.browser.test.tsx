import { beforeAll, expect, test } from "vitest";
import { page } from "vitest/browser";
import { choose, createdBy, render, requestsTo } from "#rendering";
// Loaded with its use: not within the seconds that a click may take, on a busy machine.
import "./bulk/change-people-dialog.tsx";
import { PeoplePage } from "./people-page.tsx";

/** No engine runs here: the API waits a little for one before it answers. */
const ANSWERED = { timeout: 10_000 };
const NAMES = ["bulk-ada", "bulk-ben", "bulk-cleo"];

beforeAll(async () => {
  for (const name of NAMES) await createdBy("/api/people", { externalId: name, traits: { name } });
});

test("people are chosen one by one, then all who match, and get a tag", async () => {
  render(<PeoplePage />);
  await page.getByRole("checkbox", { name: "Select bulk-ada" }).click();
  const bar = page.getByRole("region", { name: "Selection" });
  await expect.element(bar.getByText("1 person selected")).toBeVisible();
  await expect.element(page.getByRole("checkbox", { name: "Select everyone on this page" })).toBePartiallyChecked();
  await bar.getByRole("button", { name: /^Select all/ }).click();
  await expect.element(bar.getByText("1 person selected")).not.toBeInTheDocument();
  await bar.getByRole("button", { name: "Change…" }).click();
  const dialog = page.getByRole("dialog", { name: /^Change \d+ people$/ });
  await dialog.getByRole("button", { name: /^Tag \d+ people$/ }).click();
  await expect.element(dialog.getByText("Enter the tag.")).toBeVisible();
  const sent = requestsTo("POST /api/people/changes");
  await dialog.getByRole("textbox", { name: "Tag" }).fill("chosen");
  await dialog.getByRole("button", { name: /^Tag \d+ people$/ }).click();
  await expect.element(page.getByRole("progressbar", { name: "People processed" }), ANSWERED).toBeInTheDocument();
  expect(sent).toEqual([{ filter: {}, change: { type: "tag", tag: "chosen" } }]);
  await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await expect.element(bar).not.toBeInTheDocument();
});

test("erasing asks for the number of people, and says when it is another one", async () => {
  render(<PeoplePage />);
  await page.getByRole("checkbox", { name: "Select bulk-ben" }).click();
  await page.getByRole("button", { name: "Change…" }).click();
  await choose(page.getByRole("combobox", { name: "What to do" }), "Erase permanently");
  const sent = requestsTo("POST /api/people/changes");
  const confirm = page.getByRole("dialog").getByRole("button", { name: "Erase 1 person" });
  await confirm.click();
  await expect.element(page.getByText("Type 1 to erase them.")).toBeVisible();
  await page.getByRole("textbox", { name: "Type 1 to confirm" }).fill("1");
  await confirm.click();
  await expect.element(page.getByRole("progressbar", { name: "People processed" }), ANSWERED).toBeInTheDocument();
  expect(sent).toEqual([{ personIds: [expect.any(String)], change: { type: "erase", people: 1 } }]);
});
