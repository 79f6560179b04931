import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";

const graph = {
  name: "Imported onboarding",
  entryEvent: "user.created",
  entryNode: "welcome",
  nodes: {
    welcome: { action: { type: "tag_user", tagName: "new" } },
    done: { action: { type: "none" }, terminal: true },
  },
  transitions: [{ from: "welcome", to: "done", trigger: { type: "event", event: "user.login" } }],
};

test("Marketers can import a journey of another product, see what is wrong with it first, and export it", async ({
  signedInPage: page,
}) => {
  await page.goto("/journeys");
  await page.getByRole("button", { name: "Import…" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Import a journey" });
  const file = dialog.getByLabel("Paste the file, or drop it here");
  const submit = dialog.getByRole("button", { name: "Import as a draft" });

  await file.fill("{ not json");
  await expect(dialog.getByText("This is not valid JSON")).toBeVisible();
  await file.fill(JSON.stringify({ ...graph, nodes: { ...graph.nodes, fax: { action: { type: "send_fax" } } } }));
  await expect(dialog.getByText("Format: Transition graph. One error prevents the import.")).toBeVisible();
  await expect(dialog.getByText("/nodes/fax/action/type")).toBeVisible();
  await expect(submit).toBeDisabled();

  await file.fill(JSON.stringify(graph));
  await expect(dialog.getByText("It holds “Imported onboarding” with 3 nodes.")).toBeVisible();
  await submit.click();
  await expect(page).toHaveURL(/\/journeys\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "Imported onboarding" })).toBeVisible();

  await page.getByRole("button", { name: "Actions for Imported onboarding" }).click();
  await page.getByRole("menuitem", { name: "Export…" }).click();
  const exporting = page.getByRole("dialog", { name: "Export Imported onboarding" });
  await expect(exporting.getByText("The format says all of this journey.")).toBeVisible();
  await exporting.getByLabel("Format").click();
  await page.getByRole("option", { name: "Ordered steps" }).click();
  await expect(exporting.getByRole("list", { name: "Not in the file" })).toContainText("no edges with triggers");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    exporting.getByRole("button", { name: "Download" }).click(),
  ]);
  const written = JSON.parse(await readFile(await saved.path(), "utf8")) as { steps: { id: string }[] };
  expect(written.steps.map(({ id }) => id)).toEqual(["welcome"]);
});
