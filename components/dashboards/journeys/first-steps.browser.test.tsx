import { expect, onTestFinished, test, vi } from "vitest";
import { page } from "vitest/browser";
import { createdBy, render } from "#rendering";
import { FirstSteps } from "./first-steps.tsx";

test("the first steps say which workspace this is, lead to the next one, tick themselves, and stay dismissed", async () => {
  await createdBy("/api/people", { externalId: "first-steps" });
  nothingPublished();
  render(<FirstSteps />);
  await expect.element(page.getByRole("heading", { name: /^First steps in / })).toBeVisible();
  const first = page.getByRole("listitem").filter({ hasText: "See the first person" });
  await expect.element(first.getByLabelText("Done")).toBeVisible();
  await page.getByRole("button", { name: "Dismiss the first steps" }).click();
  await expect.element(page.getByRole("heading", { name: /^First steps in / })).not.toBeInTheDocument();
  // Kept by the server: another browser of the same member does not show them either.
  await expect.poll(dismissed).toEqual(["first_steps"]);
  render(<FirstSteps />);
  await expect.element(page.getByRole("heading", { name: /^First steps in / })).not.toBeInTheDocument();
});

const dismissed = async () => (await (await fetch("/api/me")).json()).data.dismissed;

/** Other tests publish journeys in the same workspace. */
function nothingPublished(): void {
  const real = window.fetch;
  const spy = vi.spyOn(window, "fetch").mockImplementation((input, init) => {
    const isJourneys = new URL(String(input), location.href).pathname === "/api/journeys";
    return isJourneys ? Promise.resolve(Response.json({ data: [], meta: { total: 0 } })) : real(input, init);
  });
  onTestFinished(() => spy.mockRestore());
}
