import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "#rendering";
import { SessionsCard } from "./sessions-card.tsx";

test("a member sees where they are signed in, and signs out there", async () => {
  render(<SessionsCard />);
  const devices = page.getByRole("list", { name: "Where you are signed in" });
  await expect.element(devices.getByText("(this device)")).toBeVisible();
  await expect.element(devices.getByText("curl 8.5.0")).toBeVisible();
  expect(devices.element().textContent).toContain("198.51.100.7 · last seen");
  await devices.getByRole("button", { name: "Sign out curl 8.5.0" }).click();
  await expect.element(devices.getByText("curl 8.5.0")).not.toBeInTheDocument();
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect.element(page.getByText(/2 other devices are signed out/)).toBeVisible();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sign out" }).click();
  await expect.element(devices.getByText("Wget 1.21.3")).not.toBeInTheDocument();
  await expect.element(devices.getByText("(this device)")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Sign out everywhere else" })).not.toBeInTheDocument();
});
