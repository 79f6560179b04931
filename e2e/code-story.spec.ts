import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { SECRET_KEY, type TestServer } from "./server/start-server.ts";
import { Builder } from "./studio/builder.ts";
import { checkPage } from "./studio/check-page.ts";
import { enrollmentsBecome } from "./studio/journeys.ts";

test.describe.configure({ timeout: 120_000 });

test("a journey is drawn, pulled as code, changed in a file, planned, approved and applied; a second person sees it change", async ({
  signedInPage: page,
  browser,
  server,
  api,
}) => {
  const id = await test.step("somebody draws it on the canvas and publishes it", () => draw(page));
  await api.post("/api/track", { userId: "ann", event: "story_started" });
  await enrollmentsBecome(api, id, "ACTIVE", 1);
  const second = await secondPerson(page, browser, server);
  await second.goto(`/journeys/${id}`);
  const canvas = new Builder(second);
  await expect(canvas.step("Pause")).toBeVisible();

  const folder = await mkdtemp(join(tmpdir(), "sojourn-story-"));
  const sojourn = (...words: string[]) => run(server, folder, words);
  const file = join(folder, "journeys", "code-story.json");
  await test.step("it is pulled, and changed in its file", async () => {
    expect(await sojourn("pull", "code-story")).toMatchObject({ code: 0 });
    await change(file);
  });
  await test.step("the plan tells what changes and whom it touches", async () => {
    const { code, stdout } = await sojourn("plan");
    expect(code, stdout).toBe(2);
    for (const line of ["+ step nudge", '~ source: "both" -> "code"', "1 people inside stay on their version"])
      expect(stdout).toContain(line);
  });
  await test.step("applied, it appears on the open canvas of the second person, which is read-only from then on", async () => {
    const applied = await sojourn("apply", "--yes", "--hand-in", "Nudge people", "--reason", "They forget");
    expect(applied, applied.stderr).toMatchObject({ code: 0 });
    await expect(canvas.step("Nudge")).toBeVisible();
    const notice = second.getByRole("region", { name: "Kept as code" });
    await expect(notice).toContainText("Change journeys/code-story.json and apply it");
    await expect(notice.getByRole("link", { name: "Open the file" })).toHaveAttribute("href", FILE_URL);
    await expect(second.getByRole("link", { name: /journeys\/code-story.json/ }).first()).toBeVisible();
    await expect(second.getByRole("navigation", { name: "Steps" })).toBeHidden();
    await checkPage(second, "a journey kept as code");
  });
  await test.step("the second person approves the plan, which publishes it", () => approve(second));
  await expect.poll(async () => (await api.get<Read>(`/api/journeys/${id}`)).data.publishedVersion.number).toBe(2);
  await page.goto(`/journeys/${id}`);
  await expect(page.getByText("Version 2", { exact: true })).toBeVisible();
  await expect(new Builder(page).step("Nudge")).toBeVisible();
  await second.context().close();
});

const FILE_URL = "https://git.example.com/acme/app/journeys/code-story.json";
type Read = { data: { publishedVersion: { number: number } } };

async function draw(page: Page): Promise<string> {
  await page.goto("/journeys");
  await page.getByRole("button", { name: "New journey" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("Code story");
  await page.getByRole("button", { name: "Create journey" }).click();
  await expect(page).toHaveURL(/\/journeys\/[0-9a-f-]{36}/);
  const builder = new Builder(page);
  await builder.drag("Trigger", { x: 200, y: 60 }, "start");
  await builder.choose("People enter when", "An event happens");
  await builder.panel.getByLabel("Event", { exact: true }).fill("story_started");
  await builder.closePanel();
  await builder.drag("Wait", { x: 200, y: 220 }, "pause");
  await builder.closePanel();
  await builder.drag("Exit", { x: 200, y: 380 }, "end");
  await builder.closePanel();
  await builder.connect("Start", "next", "Pause");
  await builder.connect("Pause", "next", "End");
  await builder.saved();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Version 1", { exact: true })).toBeVisible();
  return page.url().split("/").pop() ?? "";
}

/** Another editor of the workspace, in a browser of their own. */
async function secondPerson(page: Page, browser: Browser, server: TestServer): Promise<Page> {
  const answer = await page.request.post("/api/members", { data: { email: "coder@example.com", role: "editor" } });
  const { signInLink } = ((await answer.json()) as { data: { signInLink: string } }).data;
  const context = await browser.newContext({ baseURL: server.url, reducedMotion: "reduce" });
  const token = new URL(signInLink).searchParams.get("token");
  const entered = await context.request.post("/api/auth/welcome", { data: { token } });
  expect(entered.ok()).toBe(true);
  return context.newPage();
}

type File = { nodes: { name: string }[]; edges: { from: string; to: string }[] };

/** Puts a second wait behind the first, and states that the file is the source of truth. */
async function change(file: string): Promise<void> {
  const journey = JSON.parse(await readFile(file, "utf8")) as File;
  const nudge = { name: "nudge", type: "WAIT", config: { duration: "2h" }, position: { x: 0, y: 320 } };
  const edges = journey.edges.map((edge) => (edge.from === "pause" ? { ...edge, to: "nudge" } : edge));
  const changed = { ...journey, nodes: [...journey.nodes, nudge], edges: [...edges, { from: "nudge", to: "end" }] };
  await writeFile(file, JSON.stringify({ source: { truth: "code", url: FILE_URL }, ...changed }));
}

async function approve(page: Page): Promise<void> {
  await page.goto("/plans");
  const plan = page.locator("[aria-labelledby^=plan-]").filter({ hasText: "Nudge people" });
  await expect(plan.getByText("They forget")).toBeVisible();
  await expect(plan.getByRole("list", { name: "Steps", exact: true })).toContainText("Nudge");
  await expect(plan.getByRole("table", { name: "People inside" })).toContainText("Stay on their version");
  await plan.getByRole("button", { name: "Approve and publish" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Reason").fill("Good idea");
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(plan.getByText("Approved by coder@example.com: Good idea")).toBeVisible();
}

type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** The command line as its users run it, in a folder of their own. */
function run(server: TestServer, cwd: string, words: readonly string[]): Promise<Ran> {
  // Where npm was called, which the command would change to.
  const { INIT_CWD: _called, ...own } = process.env;
  const env = { ...own, SOJOURN_URL: server.url, SOJOURN_SECRET_KEY: SECRET_KEY, NO_COLOR: "1" };
  const program = resolve("scripts/sojourn.mjs");
  return new Promise((done) => {
    execFile(process.execPath, [program, ...words], { cwd, env }, (error, stdout, stderr) =>
      done({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, stdout, stderr }),
    );
  });
}
