import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { Me } from "#data";
import { choose, render, requestsTo } from "#rendering";
import { NotificationSettings } from "./notification-settings.tsx";

const me = async (): Promise<Me> => (await (await fetch("/api/me")).json()).data;

test("addresses are one a line, a report names its day, muted codes stay, and what is wrong stays in the form with its reason", async () => {
  // Codes are muted by the API only.
  const notifications = { alerts: { emails: [], webhookUrl: null, muted: ["stalled"] }, report: null };
  await fetch("/api/workspace", {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ settings: { notifications } }),
  });
  const sent = requestsTo("PATCH /api/workspace");
  render(<NotificationSettings me={await me()} />);
  await page.getByLabelText("Mail alerts to").fill("ada@acme.example\ngrace@acme.example, not an address");
  await choose(page.getByLabelText("Day of the report"), "Monday");
  await page.getByLabelText("Mail the report to").fill("team@acme.example");
  const save = page.getByRole("button", { name: "Save notifications" });
  await save.click();
  await expect.element(page.getByText(/is not an email address/)).toBeVisible();
  await expect
    .element(page.getByLabelText("Mail alerts to"))
    .toHaveValue("ada@acme.example\ngrace@acme.example, not an address");
  await page.getByLabelText("Mail alerts to").fill("ada@acme.example");
  await save.click();
  await expect.element(page.getByText("Saved.")).toBeVisible();
  expect(sent.at(-1)).toEqual({
    settings: {
      notifications: {
        alerts: { emails: ["ada@acme.example"], webhookUrl: null, muted: ["stalled"] },
        report: { weekday: 1, hour: 8, emails: ["team@acme.example"] },
      },
    },
  });
});

test("who is no owner reads the settings and changes none", async () => {
  const own = await me();
  render(<NotificationSettings me={{ ...own, role: "viewer" }} />);
  await expect.element(page.getByText("Only owners change this.")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Save notifications" })).not.toBeInTheDocument();
});
