import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render, requestsTo } from "#rendering";
import { NewContentDialog } from "./new-content-dialog.tsx";

const name = page.getByLabelText("Name");
const create = page.getByRole("button", { name: "Create" });

test("content needs a name, and nothing is sent without one", async () => {
  const sent = requestsTo("POST /api/content");
  render(<NewContentDialog type="email" onClose={() => undefined} />);
  await create.click();
  await expect.element(page.getByText("Give it a name.")).toBeVisible();
  await expect.element(name).toHaveAttribute("aria-invalid", "true");
  expect(sent).toEqual([]);
});

test("an e-mail is made with its first parts, and opened", async () => {
  const { opened } = render(<NewContentDialog type="email" onClose={() => undefined} />);
  await name.fill("Spring greeting");
  await userEvent.keyboard("{Enter}");
  // The first email of a process loads the compiler of emails.
  await expect.poll(() => opened, { timeout: 15_000 }).toHaveLength(1);
  const made = await (await fetch(`/api${opened[0]}`)).json();
  expect(made.data).toMatchObject({ name: "Spring greeting", type: "email", subject: "Hello {{ recipientName }}" });
});
