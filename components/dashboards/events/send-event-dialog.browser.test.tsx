import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { createdBy, render, requestsTo } from "#rendering";
import { SendEventDialog } from "./send-event-dialog.tsx";

test("a test event says all that is missing, and is sent as the chosen person", async () => {
  const ada = await createdBy<{ id: string }>("/api/people", { externalId: "tester", traits: { name: "Tess Tester" } });
  const sent = requestsTo(`POST /api/people/${ada.id}/events`);
  render(<SendEventDialog open onOpenChange={() => undefined} />);
  await page.getByRole("button", { name: "Send event" }).click();
  await expect.element(page.getByText("Choose the person who does it.")).toBeVisible();
  await expect.element(page.getByText("Name the event.")).toBeVisible();
  await page.getByRole("button", { name: /Choose a person/ }).click();
  await page.getByPlaceholder("Name, email or id…").fill("tester");
  await page
    .getByRole("option", { name: /Tess Tester|tester/ })
    .first()
    .click();
  await page.getByLabelText("Event", { exact: true }).fill("tried_it");
  await page.getByRole("button", { name: "Add a property" }).click();
  await page.getByLabelText("Property").fill("amount");
  await page.getByLabelText("Value").fill("120");
  await page.getByRole("button", { name: "Send event" }).click();
  await expect.element(page.getByText(/“app.tried_it” was sent/)).toBeVisible();
  expect(sent).toEqual([{ name: "app.tried_it", properties: { amount: 120 } }]);
});
