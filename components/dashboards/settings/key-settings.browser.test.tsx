import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { Me } from "#data";
import { createdBy, render, requestsTo } from "#rendering";
import { KeySettings } from "./key-settings.tsx";

async function me(): Promise<Me> {
  return (await (await fetch("/api/me")).json()).data;
}

const create = page.getByRole("button", { name: "Create key" });

test("a new key is shown once, with what it may do", async () => {
  const sent = requestsTo("POST /api/keys");
  render(<KeySettings me={await me()} />);
  await page.getByRole("button", { name: "New secret key" }).click();
  await expect.element(create).toBeDisabled();
  await page.getByLabelText("Name").fill("  Billing service ");
  await create.click();
  await expect.element(page.getByText("Copy it now. It will not be shown again.")).toBeVisible();
  await expect.element(page.getByRole("dialog").getByText(/^sk_/)).toBeVisible();
  await page.getByRole("button", { name: "I have copied it" }).click();
  await expect.element(page.getByRole("row", { name: /Billing service/ }).getByText("everything")).toBeVisible();
  expect(sent).toEqual([{ kind: "secret", name: "Billing service", scopes: null, isPersonal: false, expiresAt: null }]);
});

test("a key is revoked after a question", async () => {
  await createdBy("/api/keys", { name: "Old service" });
  render(<KeySettings me={await me()} />);
  await page.getByRole("button", { name: "Revoke Old service" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect.element(page.getByRole("row", { name: /Old service/ })).not.toBeInTheDocument();
});

test("a personal key with an end says whose it is, and when it ends", async () => {
  const { email } = (await me()).user;
  const expiresAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
  await createdBy("/api/keys", { name: "Laptop", isPersonal: true, expiresAt });
  render(<KeySettings me={await me()} />);
  const row = page.getByRole("row", { name: /Laptop/ });
  await expect.element(row).toBeVisible();
  expect(row.element().textContent).toMatch(new RegExp(`of ${email}.*in 5 days|of ${email}.*in 4 days`));
});
