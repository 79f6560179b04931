import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { Me } from "#data";
import { createdBy, render } from "#rendering";
import { AuditLog } from "./audit-log.tsx";

const me = async (): Promise<Me> => (await (await fetch("/api/me")).json()).data;

test("an owner finds a change by name and reads the values before and after", async () => {
  const { id } = await createdBy<{ id: string }>("/api/topics", { name: "Weekly letter", key: "weekly-letter" });
  await fetch(`/api/topics/${id}`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "Monthly letter" }),
  });
  render(<AuditLog me={await me()} />);
  await page.getByLabelText("Search names and actions").fill("monthly");
  await expect.element(page.getByRole("row")).toHaveLength(2);
  await page.getByRole("button", { name: "Details of Topic changed: Monthly letter" }).click();
  const detail = page.getByRole("row", { name: /Before/ });
  await expect.element(detail.getByText("Weekly letter")).toBeVisible();
  await expect.element(detail.getByText("Monthly letter")).toBeVisible();
});

test("an editor is told that the log is for owners", async () => {
  render(<AuditLog me={{ ...(await me()), role: "editor" }} />);
  await expect.element(page.getByText("Only owners see the audit log.")).toBeVisible();
});
