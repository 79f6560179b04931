import { expect, test } from "./fixtures.ts";
import { checkLooks, settled } from "./studio/check-page.ts";

test("a sender is added, verified by the link in its mail, made the default, and kept while it is used", async ({
  signedInPage: page,
  mailServer,
}) => {
  await page.goto("/settings?tab=senders");
  await page.getByRole("button", { name: "Add sender" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a sender" });
  await dialog.getByLabel("Address").fill("Acme");
  await dialog.getByRole("button", { name: "Add sender" }).click();
  await expect(dialog.getByText("must be an address such as hello@acme.example")).toBeVisible();
  await dialog.getByLabel("Address").fill("hello@acme.example");
  await dialog.getByLabel("Name").fill("Ada at Acme");
  await dialog.getByRole("button", { name: "Add sender" }).click();
  const card = page.getByRole("region", { name: "hello@acme.example" }).or(page.locator("[aria-labelledby^=sender-]"));
  await expect(card.getByText("Not verified")).toBeVisible();
  await settled(page);
  await checkLooks(page, "senders");
  await page.setViewportSize({ width: 1440, height: 900 });

  await card.getByRole("button", { name: "Mail a link" }).click();
  await expect(card.getByText("A link was mailed to hello@acme.example.")).toBeVisible();
  const mail = mailServer.mails.find(({ to }) => to === "hello@acme.example");
  const link = /https?:\/\/\S+\/verify-sender\?token=\S+/.exec(mail?.text ?? "")?.[0] ?? "";
  const visitor = await page.context().newPage();
  await visitor.goto(link);
  await visitor.getByRole("button", { name: "Confirm the address" }).click();
  await expect(visitor.getByText("hello@acme.example is confirmed")).toBeVisible();
  await checkLooks(visitor, "verify-sender");
  await visitor.goto(link);
  await visitor.getByRole("button", { name: "Confirm the address" }).click();
  await expect(visitor.getByText("This link was used already")).toBeVisible();
  await visitor.close();

  await page.reload();
  await expect(card.getByText("Verified by a mailed link")).toBeVisible();
  await card.getByRole("button", { name: "Make default" }).click();
  await expect(card.getByText("Default", { exact: true })).toBeVisible();
  await card.getByRole("button", { name: "Remove hello@acme.example" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Remove" }).click();
  await expect(question.getByText("hello@acme.example is used by the default of the workspace.")).toBeVisible();
});
