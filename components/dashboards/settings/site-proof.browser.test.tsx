import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { Me, Site } from "#data";
import { choose, createdBy, render, requestsTo } from "#rendering";
import { SiteProof } from "./site-proof.tsx";
import { SiteSettings } from "./site-settings.tsx";

const me = async (): Promise<Me> => (await (await fetch("/api/me")).json()).data;

test("an owner makes a secret, sees it once, asks for proofs, and ends the former secret", async () => {
  const { id } = await createdBy<Site>("/api/sites", { name: "Proving", origins: [] });
  const modes = requestsTo(`PUT /api/sites/${id}/user-proof`);
  render(<SiteSettings me={await me()} />);
  const card = page.getByRole("region", { name: "Proving" });
  const mode = card.getByRole("combobox", { name: "Pages have to prove user ids" });
  await expect.element(mode).toBeDisabled();
  await card.getByRole("button", { name: "Make a proof secret" }).click();
  await expect.element(card.getByText(/^ps_/)).toBeVisible();
  await choose(mode, "Required");
  await expect.element(card.getByText("Without a proof nothing is taken or shown for a user id.")).toBeVisible();
  expect(modes).toEqual([{ mode: "required" }]);
  await card.getByRole("button", { name: "Make a new secret" }).click();
  await card.getByRole("button", { name: "End the former secret" }).click();
  await expect.element(card.getByRole("button", { name: "Make a new secret" })).toBeVisible();
  await choose(card.getByRole("combobox", { name: "On your backend" }), "PHP");
  await expect.element(card.getByText(/hash_hmac/)).toBeVisible();
});

test("others read how a site proves people, and change nothing", async () => {
  const site = await createdBy<Site>("/api/sites", { name: "Read only", origins: [] });
  render(<SiteProof site={site} mayEdit={false} />);
  await expect.element(page.getByRole("combobox", { name: "Pages have to prove user ids" })).toBeDisabled();
  await expect.element(page.getByText("There is no proof secret yet.")).toBeVisible();
  expect(page.getByRole("button", { name: /secret/ }).elements()).toEqual([]);
});
