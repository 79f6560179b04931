import { expect, test } from "./fixtures.ts";
import type { Api } from "./server/api.ts";

type Made = { data: { id: string } };

test("S26: people are enrolled from a list and from a segment, knowing beforehand who can be reached and who is unknown", async ({
  signedInPage: page,
  api,
}) => {
  const journeyId = await waitingRoom(api);
  for (const userId of ["list-1", "list-2", "seg-1"])
    await api.post("/api/identify", { userId, traits: { name: `Person ${userId}`, ...addressOf(userId) } });
  await segmentOf(api, "seg-1");
  await page.goto(`/journeys/${journeyId}/enrollments`);
  await page.getByRole("button", { name: "Enroll people…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("tab", { name: "List or CSV" }).click();
  await dialog.getByRole("textbox").fill("userId,plan\nlist-1,pro\nlist-2,free\nnobody-yet,free\n");
  await expect(dialog.locator("[data-reach]")).toHaveText("2 people, 1 can be reached by email, 1 has no address.");
  await expect(dialog.getByText("nobody-yet (line 4)")).toBeVisible();
  await expect(dialog.getByRole("radio", { name: /^Skip them/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Enroll 2 people" }).click();
  const outcome = dialog.getByRole("list", { name: "Result" });
  await expect(outcome).toContainText("2 people entered");
  await expect(outcome.getByRole("link", { name: "Person list-1" })).toBeVisible();
  await expect(dialog.getByText(/Skipped: nobody-yet/)).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Enroll people…" }).click();
  await dialog.getByRole("tab", { name: "Segment" }).click();
  await dialog.getByRole("combobox", { name: "Segment" }).click();
  await page.getByRole("option", { name: /^Chosen ones/ }).click();
  await dialog.getByRole("button", { name: /^Enroll/ }).click();
  await expect(outcome).toContainText("1 person entered");
  await dialog.getByRole("button", { name: "Done" }).click();

  // Of the longest waits, or of the list: both lead to the enrollment.
  await page.getByRole("main").getByRole("link", { name: "Person list-1" }).first().click();
  await expect(page.getByText("Enrolled by hand at “start”.", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await expect(page.getByText("Stopped by hand.")).toBeVisible();
  await page.getByRole("button", { name: "Hide from list", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Hide from list" }).click();
  await expect(page.getByText("Hidden from the list.")).toBeVisible();
});

test("an email is written, previewed as a chosen person, and a mistake is named at its field", async ({
  signedInPage: page,
  api,
}) => {
  await api.post("/api/identify", { userId: "reader", traits: { name: "Rita Reader", email: "rita@example.com" } });
  await page.goto("/content?new=email");
  await page.getByRole("dialog").getByLabel("Name").fill("Good news");
  await page.getByRole("dialog").getByRole("button", { name: "Create" }).click();
  await expect(page).toHaveURL(/\/content\/[0-9a-f-]{36}/);
  const subject = page.getByRole("textbox", { name: "Subject" });
  await subject.fill("News for {{ person.traits.name }}");
  await page.getByRole("button", { name: "As a sample person" }).click();
  await page.getByRole("combobox", { name: "Preview as" }).fill("Rita");
  await page.getByRole("option", { name: /Rita/ }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview).toContainText("News for Rita Reader");
  await expect(preview.frameLocator("iframe").getByText("Hello Rita Reader")).toBeVisible();
  await subject.fill("News for {{ person.traits.name");
  await expect(page.getByRole("textbox", { name: "Subject" })).toHaveAttribute("aria-invalid", "true");
  await subject.fill("News");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published, revision 2")).toBeVisible();
});

test("a secret key is shown once, opens the API, and is closed out when revoked", async ({
  signedInPage: page,
  server,
}) => {
  await page.goto("/settings?tab=keys");
  await page.getByRole("button", { name: "New secret key" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Billing service");
  await page.getByRole("dialog").getByRole("button", { name: "Create key" }).click();
  await expect(page.getByText("Copy it now.")).toBeVisible();
  const key = await page.getByRole("dialog").getByText(/^sk_/).innerText();
  const ask = () => fetch(`${server.url}/api/workspace`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
  await page.getByRole("button", { name: "I have copied it" }).click();
  await expect(page.getByText(key)).toHaveCount(0);
  await page.getByRole("button", { name: "Revoke Billing service" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect.poll(async () => (await ask()).status, { timeout: 15_000 }).toBe(401);
});

const addressOf = (userId: string) => (userId === "list-1" ? { email: "list-1@example.com" } : {});

/** A published journey that people enter by hand and wait in. */
async function waitingRoom(api: Api): Promise<string> {
  const { data: sites } = await api.get<{ data: { id: string }[] }>("/api/sites");
  const { data } = await api.post<Made>("/api/journeys", {
    name: "Waiting room",
    siteId: sites[0]?.id,
    nodes: [
      {
        type: "TRIGGER",
        name: "start",
        config: { triggerType: "MANUAL", triggerConfig: {} },
        position: { x: 0, y: 0 },
      },
      { type: "WAIT", name: "wait", config: { duration: "30d" }, position: { x: 0, y: 140 } },
      { type: "EXIT", name: "end", config: {}, position: { x: 0, y: 280 } },
    ],
    edges: [
      { sourceNodeId: "start", targetNodeId: "wait" },
      { sourceNodeId: "wait", targetNodeId: "end" },
    ],
  });
  await api.post(`/api/journeys/${data.id}/publish`);
  return data.id;
}

async function segmentOf(api: Api, userId: string): Promise<void> {
  const { data: segment } = await api.post<Made>("/api/segments", {
    key: "chosen_ones",
    name: "Chosen ones",
    kind: "static",
  });
  const { data: people } = await api.get<{ data: { id: string }[] }>(`/api/people?externalId=${userId}`);
  await api.post(`/api/segments/${segment.id}/members`, { people: people.map(({ id }) => ({ personId: id })) });
}
