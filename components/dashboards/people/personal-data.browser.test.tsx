import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { Me, Person } from "#data";
import { createdBy, render } from "#rendering";
import { MaskingSettings } from "../settings/masking-settings.tsx";
import { RetentionSettings } from "../settings/retention-settings.tsx";
import { ErasePerson } from "./erase-person.tsx";
import { ExportPerson } from "./export-person.tsx";

const me = async (): Promise<Me> => (await (await fetch("/api/me")).json()).data;

test("an owner keeps events for a time; a wrong number says its limits and cannot be saved", async () => {
  render(<RetentionSettings me={await me()} />);
  const events = page.getByLabelText("Events, in days");
  const log = page.getByLabelText("Audit log, in days");
  await events.fill("400");
  await log.fill("5");
  await expect.element(page.getByText("A whole number of days from 90 to 3,650, or empty.")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Save retention" })).toBeDisabled();
  await log.fill("");
  await page.getByRole("button", { name: "Save retention" }).click();
  await expect
    .poll(async () => (await (await fetch("/api/workspace")).json()).data.settings.retention)
    .toMatchObject({ events: 400, auditLog: null });
  await expect.element(page.getByRole("button", { name: "Save retention" })).toBeDisabled();
});

test("an owner masks traits by name, each once", async () => {
  render(<MaskingSettings me={await me()} />);
  await page.getByLabelText("Names of traits, one a line").fill("email, phone\nemail\n");
  await page.getByRole("button", { name: "Save masking" }).click();
  await expect
    .poll(async () => (await (await fetch("/api/workspace")).json()).data.settings.masking)
    .toEqual({ traits: ["email", "phone"], upTo: "viewer" });
});

test("an editor reads which traits are masked, and cannot change it", async () => {
  render(<MaskingSettings me={{ ...(await me()), role: "editor" }} />);
  await expect.element(page.getByText("Only owners change this.")).toBeVisible();
});

test("a person is exported as a file, and erased after their name is typed, with a receipt by table", async () => {
  const person = await createdBy<Person>("/api/people", {
    externalId: `leaving-${Date.now()}`,
    traits: { plan: "pro" },
  });
  render(
    <div className="flex gap-2">
      <ExportPerson person={person} />
      <ErasePerson person={person} />
    </div>,
  );
  await page.getByRole("button", { name: "Export" }).click();
  await expect.element(page.getByText("Exported every row about this person, one line each.")).toBeVisible();
  await page.getByRole("button", { name: "Erase…" }).click();
  await page.getByRole("textbox").fill(person.externalId ?? "");
  await page.getByRole("button", { name: "Erase permanently" }).click();
  await expect.element(page.getByRole("heading", { name: /^Erasing/ })).toBeVisible();
});
