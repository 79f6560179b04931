import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { Me } from "#data";
import { render, requestsTo } from "#rendering";
import { ChannelSettings } from "./channel-settings.tsx";

const me = async (): Promise<Me> => (await (await fetch("/api/me")).json()).data;

test("a service is set up with its faults beside their fields, tested, changed by keyboard, and removed after a question", async () => {
  const sent = requestsTo("PUT /api/providers/web_push");
  render(<ChannelSettings me={await me()} />);
  const card = page.getByRole("region", { name: /^Web push/ });
  await card.getByRole("button", { name: "Set up Web push" }).click();
  const dialog = page.getByRole("dialog", { name: "Web push" });
  await dialog.getByLabelText("Contact").fill("nobody");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect.element(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByLabelText("Contact").fill("mailto:push@example.com");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(card.getByText("Set up", { exact: true })).toBeVisible();
  await expect.element(card.getByRole("button", { name: "Copy the public key of web push" })).toBeVisible();
  expect(sent).toHaveLength(2);
  await card.getByLabelText("Person (id) for a test of Web push").fill("nobody-known");
  await card.getByRole("button", { name: "Send a test" }).click();
  await expect.element(card.getByRole("status").getByRole("alert")).toBeVisible();
  await card.getByRole("button", { name: "Remove Web push" }).click();
  const question = page.getByRole("alertdialog", { name: "Remove Web push?" });
  await expect.element(question.getByText(/has to subscribe again/)).toBeVisible();
  await question.getByRole("button", { name: "Remove" }).click();
  await expect.element(card.getByRole("button", { name: "Set up Web push" })).toBeVisible();
});

test("members who are no owners read who sets it up", async () => {
  render(<ChannelSettings me={{ ...(await me()), role: "viewer" }} />);
  await expect.element(page.getByText("Owners set up how SMS and push messages are sent.")).toBeVisible();
});
