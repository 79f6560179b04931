import { expect, test } from "./fixtures.ts";
import type { Api } from "./server/api.ts";
import { checkLooks } from "./studio/check-page.ts";
import { drawJourney, enrollmentsBecome } from "./studio/journeys.ts";

const STEPS = [
  { type: "TRIGGER", name: "start", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "planned" } } },
  { type: "WAIT", name: "rest", config: { duration: "1d" } },
  { type: "EXIT", name: "end" },
];

/** A published journey with somebody inside and a changed draft, and a plan to let them leave. */
async function handIn(api: Api, name: string, title: string) {
  const drawn = await drawJourney(api, name, STEPS, [
    ["start", "rest"],
    ["rest", "end"],
  ]);
  await api.post(`/api/journeys/${drawn.id}/publish`);
  await api.post("/api/track", { userId: `${name} one`, event: "planned" });
  await enrollmentsBecome(api, drawn.id, "ACTIVE", 1);
  const nodes = drawn.nodes.map((node) => (node.name === "rest" ? { ...node, config: { duration: "3d" } } : node));
  const { data } = await api.put<{ data: { revision: number } }>(`/api/journeys/${drawn.id}/canvas`, {
    nodes,
    edges: drawn.edges,
  });
  const migration = { steps: [{ nodeId: nodes.find(({ name: step }) => step === "rest")?.id, action: "move" }] };
  const plan = { journeyId: drawn.id, title, reason: "Because", revision: data.revision, migration };
  await api.post("/api/plans", { ...plan, backtest: { days: 7 } });
  return drawn.id;
}

test("a plan shows what changes, whom it touches and a backtest; it is refused with a reason, or void when counts drift", async ({
  signedInPage: page,
  api,
}) => {
  // The owner made the key that hands in.
  const policy = (fourEyes: boolean) =>
    page.request.patch("/api/workspace", { data: { settings: { plans: { fourEyes } } } });
  expect((await policy(false)).ok()).toBe(true);
  await handIn(api, "Planned away", "Rest longer");
  const drifting = await handIn(api, "Planned drift", "Rest much longer");
  await page.goto("/plans");
  const card = (title: string) => page.locator("[aria-labelledby^=plan-]").filter({ hasText: title });
  const [first, second] = [card("Rest longer"), card("Rest much longer")];
  await expect(first.getByRole("list", { name: "Steps", exact: true })).toContainText("1d");
  await expect(first.getByRole("table", { name: "People inside" })).toContainText(
    "Move to “Rest”; their waits are computed again",
  );
  await expect(first.getByRole("table", { name: "Backtest" })).toContainText("Entered");
  await checkLooks(page, "plans");
  await page.setViewportSize({ width: 1440, height: 900 });

  await first.getByRole("button", { name: "Reject" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Reason").fill("Not before March");
  await dialog.getByRole("button", { name: "Reject" }).click();
  await expect(first.getByText(/Rejected by owner@example.com: Not before March/)).toBeVisible();

  await api.post("/api/track", { userId: "another", event: "planned" });
  await enrollmentsBecome(api, drifting, "ACTIVE", 2);
  await second.getByRole("button", { name: "Approve and publish" }).click();
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(dialog.getByText(/people inside: 1, now 2/)).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(second.getByText("This plan is void; nothing was published.")).toBeVisible();
  await expect(second.getByText("People inside: 1 in the plan, 2 now.")).toBeVisible();
  await expect(second.getByRole("button", { name: "Approve and publish" })).toBeHidden();
  expect((await policy(true)).ok()).toBe(true);
});
