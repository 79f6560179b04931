import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { Api } from "./server/api.ts";
import { expectEdgesAtSteps } from "./studio/edges.ts";
import { BY_HAND } from "./studio/journeys.ts";

type Step = { id: string; type: string; name: string; position: { x: number; y: number } };
type Big = { id: string; nodes: Step[]; edges: { id: string; sourceNodeId: string; targetNodeId: string }[] };

const BLOCKS = 59;
const ROWS = 8;

test("6.1: edges stay at their steps after zooming out and back in a journey of 296 steps", async ({
  signedInPage: page,
  api,
}) => {
  const journey = await open(page, api, BLOCKS);
  await expectEdgesAtSteps(page, journey.edges);
  await zoom(page, "1", "is-far");
  await zoom(page, "0", null);
  expect(await expectEdgesAtSteps(page, journey.edges)).toBeGreaterThan(3);
});

test("6.1: steps that come into view while the canvas is far keep their edges", async ({ signedInPage: page, api }) => {
  const journey = await open(page, api, BLOCKS);
  await zoom(page, "1", "is-far");
  const box = await page.locator("[data-editor-canvas]").boundingBox();
  const middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.wheel(900, 600);
  await page.mouse.wheel(-900, -600);
  await zoom(page, "0", null);
  await page.mouse.wheel(500, 400);
  expect(await expectEdgesAtSteps(page, journey.edges)).toBeGreaterThan(3);
});

test("6.1: a step that is deleted and brought back while the canvas is far keeps its edges", async ({
  signedInPage: page,
  api,
}) => {
  const journey = await open(page, api, 4);
  const chosen = journey.nodes.find((node) => node.name === "wait_2");
  await page.locator(`[data-step="${chosen?.id}"]`).click();
  await page.keyboard.press("Escape");
  for (let presses = 0; presses < 8; presses += 1) await page.keyboard.press("-");
  await expect(page.locator("[data-editor-canvas].is-far")).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(page.locator(`[data-step="${chosen?.id}"]`)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.locator(`[data-step="${chosen?.id}"]`)).toBeVisible();
  await expectEdgesAtSteps(page, journey.edges);
  await zoom(page, "1", undefined);
  await expectEdgesAtSteps(page, journey.edges);
});

test("6.1: the live view, the outline and back, and tidying up keep the edges of a big journey", async ({
  signedInPage: page,
  api,
}) => {
  const journey = await open(page, api, BLOCKS);
  await zoom(page, "1", "is-far");
  await page.getByRole("radio", { name: "Outline" }).click();
  await expect(page.getByRole("tree")).toBeVisible();
  await page.getByRole("radio", { name: "Canvas" }).click();
  await expectEdgesAtSteps(page, journey.edges);
  await zoom(page, "1", "is-far");
  await page.getByRole("button", { name: "Tidy up" }).click();
  await expect(page.locator('[data-save="saved"]')).toContainText(/Saved \d/, { timeout: 40_000 });
  await zoom(page, "0", null);
  await expectEdgesAtSteps(page, journey.edges);
  await page.getByRole("link", { name: "Live", exact: true }).click();
  await expect(page.locator("[data-live-view]")).toBeVisible();
  await expect(page.locator(".has-first-view .react-flow__node").first()).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.locator("[data-editor-canvas].is-far")).toBeVisible();
  for (let presses = 0; presses < 12; presses += 1) await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(page.locator("[data-editor-canvas].is-far")).toHaveCount(0);
  await expectEdgesAtSteps(page, journey.edges);
});

/** Presses a key on the canvas and waits for a level of detail; `undefined` takes any. */
async function zoom(page: Page, key: string, level: "is-far" | null | undefined): Promise<void> {
  await page.keyboard.press(key);
  const far = page.locator("[data-editor-canvas].is-far");
  if (level === "is-far") await expect(far).toBeVisible();
  if (level === null) await expect(far).toHaveCount(0);
}

/** Blocks of five steps after one trigger, in rows, so that a part of them is in view at full size. */
async function open(page: Page, api: Api, blocks: number): Promise<Big> {
  const { data: sites } = await api.get<{ data: { id: string }[] }>("/api/sites");
  const nodes: object[] = [{ ...BY_HAND, position: { x: 0, y: 0 } }];
  const edges: object[] = [];
  for (let block = 0; block < blocks; block += 1) {
    const corner = { x: (block % ROWS) * 640, y: 160 + Math.floor(block / ROWS) * 640 };
    const place = (x: number, y: number) => ({ x: corner.x + x, y: corner.y + y });
    const name = (step: string) => `${step}_${block}`;
    const before = block === 0 ? "start" : name("join").replace(`_${block}`, `_${block - 1}`);
    nodes.push(
      { type: "WAIT", name: name("wait"), config: { duration: "1d" }, position: place(0, 0) },
      { type: "CONDITION", name: name("ask"), config: rule, position: place(0, 150) },
      { type: "WAIT", name: name("yes"), config: { duration: "1d" }, position: place(-140, 300) },
      { type: "WAIT", name: name("no"), config: { duration: "1d" }, position: place(140, 300) },
      { type: "WAIT", name: name("join"), config: { duration: "1d" }, position: place(0, 450) },
    );
    edges.push(
      { sourceNodeId: before, targetNodeId: name("wait") },
      { sourceNodeId: name("wait"), targetNodeId: name("ask") },
      { sourceNodeId: name("ask"), targetNodeId: name("yes"), branch: "TRUE" },
      { sourceNodeId: name("ask"), targetNodeId: name("no"), branch: "FALSE" },
      { sourceNodeId: name("yes"), targetNodeId: name("join") },
      { sourceNodeId: name("no"), targetNodeId: name("join") },
    );
  }
  const body = { name: `Big ${blocks}`, siteId: sites[0]?.id, nodes, edges };
  const { data } = await api.post<{ data: Big }>("/api/journeys", body);
  await page.goto(`/journeys/${data.id}`);
  // Setting the first view replaces any zoom that was asked for before.
  await expect(page.locator(".has-first-view .react-flow__node").first()).toBeVisible();
  return data;
}

const rule = { conditions: [{ field: "traits.plan", operator: "equals", value: "pro" }] };
