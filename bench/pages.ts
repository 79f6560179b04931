import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../e2e/browser/find-browser.ts";
import { launchArguments } from "../e2e/browser/launch-arguments.ts";
import { Api } from "../e2e/server/api.ts";
import { becomeOwner } from "../e2e/server/become-owner.ts";
import { startServer } from "../e2e/server/start-server.ts";
import { drawBigJourney } from "./canvas/big-journey.ts";
import { machine, percentile } from "./ground.ts";

/**
 * What a first visit loads and how long it takes, in a browser with an empty cache: `node bench/pages.ts 5` takes the visits of
 * each page. The processor is slowed down four times for the paint, which is when the page's own content stands there. Ends
 * with 1 if a page loads more script than it may. The figures of another build: run it in that build's folder.
 */
const VISITS = Number(process.argv[2] ?? 5);
const SLOWER = 4;
const KB = 1024;
/** Pages have nothing more to load after this time. */
const QUIET_MS = 1_500;

type Visited = { readonly name: string; readonly path: string; readonly seen: string; readonly most: number };
type Visit = { readonly paintMs: number; readonly atPaint: number; readonly inTheEnd: number };

const server = await startServer();
const cookie = await becomeOwner(server);
const journey = await drawBigJourney(new Api(server.url), 44);
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  args: launchArguments,
  env: { ...process.env, ...env } as Record<string, string>,
});

const PAGES: readonly Visited[] = [
  { name: "sign-in", path: "/sign-in", seen: "form h1", most: 140 },
  { name: "list of journeys", path: "/journeys", seen: "main table", most: 220 },
  { name: "list of people", path: "/people", seen: "main h1", most: 220 },
  { name: "segments", path: "/segments", seen: "main h1", most: 220 },
  { name: "enrollments", path: `/journeys/${journey.id}/enrollments`, seen: "main h2", most: 280 },
  { name: "editor, 44 steps", path: `/journeys/${journey.id}`, seen: ".has-first-view .react-flow__node", most: 350 },
];

/** Sums what scripts weigh on the wire. */
async function countScripts(page: Page, slower: number): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}

async function visit(from: Browser, { path, seen }: Visited): Promise<Visit> {
  const context = await from.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const [name = "", value = ""] = cookie.split("=", 2);
  if (path !== "/sign-in") await context.addCookies([{ name, value, url: server.url }]);
  const page = await context.newPage();
  const loaded = await countScripts(page, SLOWER);
  const began = performance.now();
  await page.goto(`${server.url}${path}`, { waitUntil: "commit" });
  await page.locator(seen).first().waitFor({ timeout: 60_000 });
  const paintMs = performance.now() - began;
  const atPaint = loaded();
  await page.waitForTimeout(QUIET_MS * SLOWER);
  const inTheEnd = loaded();
  await context.close();
  return { paintMs, atPaint, inTheEnd };
}

let isMet = true;
try {
  process.stdout.write(
    `${machine()}\n${VISITS} visits, processor ${SLOWER} times slower\n| page | first useful paint | script until then, packed | in the end | may be | met |\n| --- | --- | --- | --- | --- | --- |\n`,
  );
  await visit(browser, PAGES[0] as Visited);
  for (const page of PAGES) {
    const visits: Visit[] = [];
    for (let count = 0; count < VISITS; count += 1) visits.push(await visit(browser, page));
    const middle = (pick: (one: Visit) => number) => percentile(visits.map(pick), 0.5);
    const atPaint = middle((one) => one.atPaint) / KB;
    const holds = atPaint <= page.most;
    isMet &&= holds;
    process.stdout.write(
      `| ${page.name} | ${middle((one) => one.paintMs).toFixed(0)} ms | ${atPaint.toFixed(0)} KB | ${(middle((one) => one.inTheEnd) / KB).toFixed(0)} KB | ${page.most} KB | ${holds ? "yes" : "**no**"} |\n`,
    );
  }
} finally {
  await browser.close();
  await server.stop();
}
process.exitCode = isMet ? 0 : 1;
