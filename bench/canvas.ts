import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "../e2e/browser/find-browser.ts";
import { launchArguments } from "../e2e/browser/launch-arguments.ts";
import { Api } from "../e2e/server/api.ts";
import { becomeOwner } from "../e2e/server/become-owner.ts";
import { startServer } from "../e2e/server/start-server.ts";
import { type BigJourney, drawBigJourney } from "./canvas/big-journey.ts";
import { dragAround, framesWhile, keysToFrames, longestTasks } from "./canvas/in-page.ts";
import { machine, percentile } from "./ground.ts";

/**
 * How a big journey feels on the canvas, in a browser without a graphics card: `node bench/canvas.ts 1000 3` takes steps and
 * rounds. Ends with 1 if a figure misses what it has to reach. The figures of another build: run it in that build's folder.
 */
const STEPS = Number(process.argv[2] ?? 1_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const SAVES = 12;

type Line = { readonly name: string; readonly unit: string; readonly wanted: number; readonly isLeast: boolean };
const LINES = {
  drag: { name: "drag a step, everything in view", unit: "fps", wanted: 40, isLeast: true },
  pan: { name: "pan, everything in view", unit: "fps", wanted: 40, isLeast: true },
  near: { name: "pan at full size", unit: "fps", wanted: 45, isLeast: true },
  fit: { name: "show all: longest task", unit: "ms", wanted: 50, isLeast: false },
  typing: { name: "typing a name, p95 to the frame", unit: "ms", wanted: 33, isLeast: false },
  put: { name: "PUT of the canvas, median", unit: "ms", wanted: 120, isLeast: false },
  tidy: { name: "tidy up until the steps stand", unit: "ms", wanted: 1_500, isLeast: false },
} satisfies Record<string, Line>;
type Key = keyof typeof LINES;

const found: Record<Key, number[]> = { drag: [], pan: [], near: [], fit: [], typing: [], put: [], tidy: [] };
const canvasOf = (page: Page) => page.locator("[data-editor-canvas]");

type Point = { x: number; y: number };

/**
 * A point of the empty canvas at its left border, and the middle of a step in view. From far away steps are a picture, so
 * they are found by their places in the document.
 */
async function pointsOf(page: Page, journey: BigJourney): Promise<{ pane: Point; step: Point }> {
  const box = await canvasOf(page).boundingBox();
  if (!box) throw new Error("There is no canvas.");
  const [zoom = 1, x = 0, y = 0] = await page.evaluate(() => {
    const view = document.querySelector(".react-flow__viewport");
    const { a, e, f } = new DOMMatrixReadOnly(view ? getComputedStyle(view).transform : "none");
    return [a, e, f];
  });
  const middles = journey.nodes.map(({ position }) => ({
    x: box.x + x + (position.x + 124) * zoom,
    y: box.y + y + (position.y + 34) * zoom,
  }));
  const isInside = (at: Point) =>
    at.x > box.x + 250 && at.x < box.x + box.width - 250 && at.y > box.y + 200 && at.y < box.y + box.height - 200;
  const step = middles.find(isInside);
  if (!step) throw new Error("No step is in view.");
  return { pane: { x: box.x + 12, y: box.y + 300 }, step };
}

async function measureRound(page: Page, journey: BigJourney, url: string): Promise<void> {
  await page.goto(`${url}/journeys/${journey.id}`);
  await page.locator(".react-flow__node").first().waitFor();
  await page.waitForTimeout(1_500);
  const near = await pointsOf(page, journey);
  found.near.push((await framesWhile(page, () => dragAround(page, near.pane))).fps);
  await page.mouse.click(near.pane.x, near.pane.y);
  found.fit.push((await longestTasks(page, () => page.keyboard.press("1")))[0] ?? 0);
  const far = await pointsOf(page, journey);
  found.pan.push((await framesWhile(page, () => dragAround(page, far.pane))).fps);
  const again = await pointsOf(page, journey);
  found.drag.push((await framesWhile(page, () => dragAround(page, again.step))).fps);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  found.tidy.push(await tidyTime(page));
  await page.keyboard.press("Control+z");
  await page.goto(`${url}/journeys/${journey.id}?node=${journey.nodes[4]?.id}`);
  await page.getByLabel("Name of the step").click();
  found.typing.push(percentile(await keysToFrames(page, "a name of forty letters that is typed in"), 0.95));
  await page.locator('[data-save="saved"]').waitFor({ timeout: 20_000 });
}

/** Until it is said that the steps stand; saving comes later. */
async function tidyTime(page: Page): Promise<number> {
  const began = performance.now();
  await page.getByRole("button", { name: "Tidy up" }).click();
  await page.getByText("Steps arranged").waitFor({ state: "attached", timeout: 60_000 });
  return performance.now() - began;
}

async function measureSaves(api: Api, { id }: BigJourney): Promise<void> {
  for (let save = -3; save < SAVES; save += 1) {
    const { data } = await api.get<{ data: BigJourney }>(`/api/journeys/${id}`);
    const nodes = data.nodes.map((node, index) => (index === 7 ? { ...node, name: `saved_${save + 3}` } : node));
    const began = performance.now();
    const answer = await api.send(
      "PUT",
      `/api/journeys/${id}/canvas`,
      { nodes, edges: data.edges },
      { "if-match": `"${data.revision}"` },
    );
    if (answer.status !== 200)
      throw new Error(`The save was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
    if (save >= 0) found.put.push(performance.now() - began);
  }
}

const server = await startServer();
const cookie = await becomeOwner(server);
const api = new Api(server.url);
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  args: launchArguments,
  env: { ...process.env, ...env } as Record<string, string>,
});
try {
  const journey = await drawBigJourney(api, STEPS);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const [name = "", value = ""] = cookie.split("=", 2);
  await context.addCookies([{ name, value, url: server.url }]);
  const page = await context.newPage();
  await measureSaves(api, journey);
  for (let round = 0; round < ROUNDS; round += 1) await measureRound(page, journey, server.url);
} finally {
  await browser.close();
  await server.stop();
}

let isMet = true;
process.stdout.write(
  `${machine()}\n${STEPS} steps, ${ROUNDS} rounds\n| measure | median | to reach | met |\n| --- | --- | --- | --- |\n`,
);
for (const key of Object.keys(LINES) as Key[]) {
  const { name, unit, wanted, isLeast }: Line = LINES[key];
  const value = percentile(found[key], 0.5);
  const holds = isLeast ? value >= wanted : value <= wanted;
  isMet &&= holds;
  process.stdout.write(
    `| ${name} | ${value.toFixed(0)} ${unit} | ${isLeast ? "≥" : "≤"} ${wanted} | ${holds ? "yes" : "**no**"} |\n`,
  );
}
process.exitCode = isMet ? 0 : 1;
