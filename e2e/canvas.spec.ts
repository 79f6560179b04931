import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { Api } from "./server/api.ts";
import { Builder } from "./studio/builder.ts";

type Node = { id?: string; type: string; name: string; config: object; position: { x: number; y: number } };
type Journey = { data: { id: string; nodes: Node[]; edges: object[]; revision: number } };

const NODES: Node[] = [
  { type: "TRIGGER", name: "start", config: event("signed_up"), position: { x: 0, y: 0 } },
  { type: "WAIT", name: "pause", config: { duration: "1d" }, position: { x: 0, y: 140 } },
  { type: "EXIT", name: "end", config: {}, position: { x: 0, y: 280 } },
  { type: "EXIT", name: "other_end", config: {}, position: { x: 320, y: 280 } },
];
const EDGES = [
  { sourceNodeId: "start", targetNodeId: "pause" },
  { sourceNodeId: "pause", targetNodeId: "end" },
];

test("one undo takes back one action, and redo brings it again", async ({ signedInPage: page, api }) => {
  const { builder } = await open(page, api);
  const steps = page.locator(".react-flow__node");
  await builder.step("Pause").click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Delete");
  await expect(steps).toHaveCount(3);
  await page.keyboard.press("Control+z");
  await expect(steps).toHaveCount(4);
  await page.keyboard.press("Control+Shift+z");
  await expect(steps).toHaveCount(3);
  await page.keyboard.press("Control+z");
  await builder.saved();
});

test("steps are copied and pasted with the edges between them, and saved under names of their own", async ({
  signedInPage: page,
  api,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const { builder, id } = await open(page, api);
  await builder.step("Pause").click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await expect(page.locator(".react-flow__node")).toHaveCount(8);
  await expect.poll(async () => (await read(api, id)).edges.length).toBe(4);
  const names = (await read(api, id)).nodes.map((node) => node.name);
  expect(new Set(names).size).toBe(8);
});

test("an edge is taken by its end and put on another step", async ({ signedInPage: page, api }) => {
  const { builder, id } = await open(page, api);
  const before = await read(api, id);
  const other = before.nodes.find((node) => node.name === "other_end")?.id;
  const grip = page.locator(".react-flow__edgeupdater-target").last();
  await grip.hover({ force: true });
  await page.mouse.down();
  await builder.step("Other end").hover();
  await page.mouse.up();
  await expect
    .poll(async () => (await read(api, id)).edges)
    .toContainEqual(expect.objectContaining({ targetNodeId: other }));
  expect((await read(api, id)).edges).toHaveLength(2);
});

test("the first view is centred, however late the page learns who is signed in", async ({
  signedInPage: page,
  api,
}) => {
  await page.route("**/api/me", async (route) => {
    const answer = await route.fetch();
    await page.waitForFunction(() => document.readyState === "complete");
    await route.fulfill({ response: answer });
  });
  await open(page, api);
  const middle = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll(".react-flow__node")].map((node) => node.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left));
    return (left + Math.max(...boxes.map((box) => box.right))) / 2;
  });
  const canvas = await page.locator("[data-editor-canvas]").boundingBox();
  expect(Math.abs(middle - ((canvas?.x ?? 0) + (canvas?.width ?? 0) / 2))).toBeLessThan(2);
});

test("tidying up arranges the steps, and is one entry of the history", async ({ signedInPage: page, api }) => {
  const { id, builder } = await open(page, api);
  const places = async () => (await read(api, id)).nodes.map(({ position }) => position);
  const before = await places();
  await page.getByRole("button", { name: "Tidy up" }).click();
  await expect.poll(places).not.toEqual(before);
  await page.keyboard.press("Control+z");
  await expect.poll(places).toEqual(before);
  await builder.saved();
});

test("changes of different steps by two people are both kept, and it is said", async ({ signedInPage: page, api }) => {
  const { builder, id } = await open(page, api);
  const draft = await read(api, id);
  const nodes = draft.nodes.map((node) => (node.name === "pause" ? { ...node, config: { duration: "9d" } } : node));
  await api.put(`/api/journeys/${id}/canvas`, { nodes, edges: draft.edges });
  await builder.drag("Exit", { x: 600, y: 80 }, "third_end");
  await expect(page.getByText(/^Somebody else saved this journey/)).toBeVisible();
  await expect.poll(async () => (await read(api, id)).nodes.length).toBe(5);
  const kept = (await read(api, id)).nodes.find((node) => node.name === "pause");
  expect(kept?.config).toMatchObject({ duration: "9d" });
});

test("every step is reached and read by keyboard alone", async ({ signedInPage: page, api }) => {
  const { builder } = await open(page, api);
  await page.locator("[data-step]").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(builder.card("Pause")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(builder.panel.getByLabel("Name of the step")).toHaveValue("pause");
});

test("a phone's page shows the outline whole, and the canvas once it grows wide", async ({
  signedInPage: page,
  api,
}) => {
  await open(page, api);
  await page.setViewportSize({ width: 390, height: 844 });
  const steps = page.getByRole("treeitem");
  await expect(steps).toHaveCount(NODES.length);
  for (const box of [steps.first(), page.getByRole("button", { name: "Test", exact: true })])
    await expect(box).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(steps).toHaveCount(0);
  const edge = page.locator(".react-flow__edge-path").first();
  await expect(edge).toBeInViewport();
});

test("a webhook is a step of its own, and its answer can be kept", async ({ signedInPage: page, api }) => {
  const { builder } = await open(page, api);
  await builder.drag("Webhook", { x: 600, y: 80 }, "ask_the_shop");
  await expect(builder.panel.getByLabel("Store the answer as")).toBeVisible();
  await expect(builder.step("Ask the shop")).toBeVisible();
});

function event(eventName: string): object {
  return { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName } };
}

async function read(api: Api, id: string): Promise<Journey["data"]> {
  return (await api.get<Journey>(`/api/journeys/${id}`)).data;
}

/** A small journey on the canvas, created for every test. */
async function open(page: Page, api: Api): Promise<{ builder: Builder; id: string }> {
  const { data: sites } = await api.get<{ data: { id: string }[] }>("/api/sites");
  const body = { name: "Small one", siteId: sites[0]?.id, nodes: NODES, edges: EDGES };
  const { id } = (await api.post<Journey>("/api/journeys", body)).data;
  await page.goto(`/journeys/${id}`);
  await expect(page.locator(".react-flow__node")).toHaveCount(NODES.length);
  await expect(page.locator("[data-editor-canvas].has-first-view")).toBeVisible();
  return { builder: new Builder(page), id };
}
