import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { Api } from "./server/api.ts";
import { BY_HAND, type Drawn, drawJourney, enrollmentsBecome, enrollPeople } from "./studio/journeys.ts";

type Edge = { sourceNodeId: string; targetNodeId: string };
type Whole = Omit<Drawn, "edges"> & { edges: Edge[] };

const step = (page: Page, name: string) =>
  page.locator(".react-flow__node").filter({ has: page.getByText(name, { exact: true }) });
const selector = (page: Page) => page.getByRole("combobox", { name: "Version" });

test("8.1: after a publish without a step that people stand on, Live adds up and says where everybody is", async ({
  signedInPage: page,
  api,
}) => {
  const journey = await bridged(api, "Adds up");
  await page.goto(`/journeys/${journey.id}?view=live`);
  await expect(selector(page)).toContainText("All versions");
  await expect(step(page, "Last").locator("[data-entered]")).toHaveAttribute("data-entered", "2");
  await expect(page.locator("[data-edge-count]").first()).toHaveAttribute("data-edge-count", "2");
  const elsewhere = page.getByRole("region", { name: "On steps of other versions" });
  await expect(elsewhere).toContainText("3 people are on a step that version 2 no longer has");
  await expect(elsewhere).toContainText("Ask");
  await expectCanvasToAddUp(page, api, journey.id, "");

  await elsewhere.getByRole("link", { name: /version 1/ }).click();
  await expect(page).toHaveURL(/version=1/);
  await expect(step(page, "Ask").locator("[data-waiting]")).toHaveAttribute("data-waiting", "3");
  await expectCanvasToAddUp(page, api, journey.id, "?version=1");
});

test("8.1: the version is chosen by keyboard, lives in the address and survives a reload", async ({
  signedInPage: page,
  api,
}) => {
  const journey = await bridged(api, "By keyboard");
  await page.goto(`/journeys/${journey.id}?view=live`);
  await selector(page).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /Version 1/ }).press("Enter");
  await expect(page).toHaveURL(/version=1/);
  await expect(step(page, "Ask")).toBeVisible();
  await page.reload();
  await expect(selector(page)).toContainText("Version 1");
  await expect(step(page, "Ask").locator("[data-entered]")).toHaveAttribute("data-entered", "3");
  await selector(page).click();
  await page.getByRole("option", { name: /Version 2/ }).click();
  await expect(step(page, "Ask")).toHaveCount(0);
  await expect(step(page, "Last").locator("[data-entered]")).toHaveAttribute("data-entered", "2");
});

test("8.1: people moved by publishing are told where they came and where they left", async ({
  signedInPage: page,
  api,
}) => {
  const journey = await bridged(api, "Moved", "move");
  await page.goto(`/journeys/${journey.id}?view=live`);
  await expect(step(page, "Last")).toContainText("3 moved here");
  await step(page, "Last").click();
  const panel = page.getByRole("region", { name: "Numbers of the step" });
  await expect(panel).toContainText("Moved here by publishing");
  await page.goto(`/journeys/${journey.id}?view=live&version=1`);
  await expect(step(page, "Ask")).toContainText("3 moved away");
  await page.goto(`/journeys/${journey.id}/versions`);
  await expect(page.getByRole("row", { name: /^2 Current/ })).toContainText("3 moved in");
  await expect(page.getByRole("row", { name: /^1 / })).toContainText("3 moved out");
});

test("8.1: a total opens its enrollments and keeps the range that is chosen", async ({ signedInPage: page, api }) => {
  const journey = await bridged(api, "Ranges");
  await page.goto(`/journeys/${journey.id}/enrollments?days=7`);
  await page
    .getByRole("list", { name: "Totals" })
    .getByRole("link", { name: /Active/ })
    .click();
  await expect(page).toHaveURL(/days=7/);
  await expect(page).toHaveURL(/status=ACTIVE/);
  await page
    .getByRole("list", { name: "Totals" })
    .getByRole("link", { name: /Enrolled/ })
    .click();
  await expect(page).toHaveURL(/days=7/);
  await expect(page).not.toHaveURL(/status=/);
});

/** On every drawn step, the edges, starts and moves add up to its number. */
async function expectCanvasToAddUp(page: Page, api: Api, id: string, query: string): Promise<void> {
  type Node = {
    nodeId: string;
    name: string;
    current: boolean;
    entered: number;
    arrivals: { started: number; connections: number; moved: number; other: number };
  };
  const { data } = await api.get<{ data: { nodes: Node[]; transitions: { edgeId: string; targetNodeId: string }[] } }>(
    `/api/journeys/${id}/stats${query}`,
  );
  for (const node of data.nodes.filter(({ current }) => current)) {
    const card = page.locator(`[data-step="${node.nodeId}"] [data-entered]`);
    await expect(card, node.name).toHaveAttribute("data-entered", String(node.entered));
    const { started, connections, moved, other } = node.arrivals;
    expect(started + connections + moved + other, node.name).toBe(node.entered);
  }
}

/** Three people wait at "ask" in version 1; version 2 does not have it, and two people wait after it. */
async function bridged(api: Api, name: string, action: "stay" | "move" = "stay"): Promise<Whole> {
  const steps = [
    BY_HAND,
    { type: "WAIT", name: "ask", config: { duration: "30d" } },
    { type: "WAIT", name: "last", config: { duration: "30d" } },
    { type: "EXIT", name: "end" },
  ];
  const links = [
    ["start", "ask"],
    ["ask", "last"],
    ["last", "end"],
  ] as const;
  const journey = (await drawJourney(api, name, steps, links)) as Whole;
  await api.post(`/api/journeys/${journey.id}/publish`);
  const slug = name.toLowerCase().replaceAll(" ", "-");
  const some = (from: number, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${slug}-${from + index}`, {}]));
  await enrollPeople(api, journey.id, some(0, 3));
  await enrollmentsBecome(api, journey.id, "ACTIVE", 3);
  const [ask, last] = ["ask", "last"].map((one) => journey.nodes.find((node) => node.name === one)?.id ?? "");
  await api.put(`/api/journeys/${journey.id}/canvas`, {
    nodes: journey.nodes.filter((node) => node.id !== ask),
    edges: journey.edges
      .filter((edge) => edge.sourceNodeId !== ask)
      .map((edge) => (edge.targetNodeId === ask ? { ...edge, targetNodeId: last } : edge)),
  });
  const plan = action === "move" ? { migration: { steps: [{ nodeId: ask, action, toNodeId: last }] } } : {};
  await api.post(`/api/journeys/${journey.id}/publish`, plan);
  await enrollPeople(api, journey.id, some(10, 2));
  await enrollmentsBecome(api, journey.id, "ACTIVE", 5);
  return journey;
}
