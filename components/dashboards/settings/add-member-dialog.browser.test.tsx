import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { choose, render, requestsTo } from "#rendering";
import { AddMemberDialog } from "./add-member-dialog.tsx";

const email = page.getByLabelText("Email");
const add = page.getByRole("button", { name: "Add member" });

test("what is no address is refused at its field, and nothing is sent", async () => {
  const sent = requestsTo("POST /api/members");
  render(<AddMemberDialog open onClose={() => undefined} />);
  await email.fill("ada");
  await add.click();
  await expect.element(page.getByText("Enter an email address, such as ada@example.com.")).toBeVisible();
  expect(sent).toEqual([]);
});

test("a new member gets a link to pass on; who is one already is named", async () => {
  render(<AddMemberDialog open onClose={() => undefined} />);
  await email.fill("ada@example.com");
  await choose(page.getByLabelText("Role"), "Viewer");
  await add.click();
  await expect.element(page.getByText(/ada@example.com is a member now/)).toBeVisible();
  await expect.element(page.getByRole("dialog").getByText(/welcome\?token=/)).toBeVisible();
  const { data } = await (await fetch("/api/members")).json();
  expect(data).toContainEqual(expect.objectContaining({ email: "ada@example.com", role: "viewer" }));
});

test("the refusal of the server is shown in the form", async () => {
  render(<AddMemberDialog open onClose={() => undefined} />);
  await email.fill("ada@example.com");
  await add.click();
  await expect.element(page.getByText(/is a member already/)).toBeVisible();
});
