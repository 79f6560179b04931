import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { settle } from "#api/testing";
import { createKey } from "#services/accounts";
import { cliFixture } from "../testing/cli-fixture.ts";
import { makeTemplates } from "../testing/make-templates.ts";

const cli = cliFixture();
const root = mkdtempSync(join(tmpdir(), "sojourn-truth-"));
const cwd = join(root, "app");
const FILE = "journeys/trial.json";
type File = { nodes: { name: string; config: object }[]; edges: { from: string; to: string }[] };
const read = (): File & Record<string, unknown> => JSON.parse(readFileSync(join(cwd, FILE), "utf8"));
const write = (value: unknown) => writeFileSync(join(cwd, FILE), JSON.stringify(value));
const run = (line: string, env = {}) => cli.sojourn(line, { cwd, env });

beforeAll(async () => {
  for (const folder of [".git", "app"]) mkdirSync(join(root, folder));
  await makeTemplates(cli.api);
  for (const line of [
    "journey create --name Trial --key trial --entry-event trial_started --entry-node first",
    "journey node add trial --name second",
    "journey node add trial --name third",
    "journey node add trial --name done --terminal",
    "journey transition add trial --from first --to second --on next",
    "journey transition add trial --from second --to third --on next",
    "journey transition add trial --from third --to done --on next",
    "journey activate trial",
    "events send ann trial_started",
    "events send bob trial_started",
    "events send bob next",
    "events send cid trial_started",
    "events send cid next",
    "events send cid next",
  ])
    expect((await cli.sojourn(line)).code, line).toBe(0);
  await settle(cli.api);
  expect((await run("pull")).code).toBe(0);
});

/** The file without its second step, whose people are led from the first to the third. */
function withoutSecond(): void {
  const file = read();
  const edges = file.edges
    .filter(({ from }) => from !== "second")
    .map((edge) => (edge.to === "second" ? { ...edge, to: "third" } : edge));
  write({ ...file, nodes: file.nodes.filter(({ name }) => name !== "second"), edges });
}

it("a plan counts the people on each changed step, and says who stays by default", async () => {
  withoutSecond();
  const { code, stdout } = await run("plan");
  expect(code).toBe(2);
  expect(stdout).toContain("  3 people inside stay on their version\n");
  expect(stdout).toContain("    1 on first (version 1, changed): stay\n");
  expect(stdout).toContain("    1 on second (version 1, removed): stay\n");
  expect(stdout).toContain("    1 on third (version 1): stay\n");
});

it("who moves and leaves is said by flags or in the file, with what follows as the target by default", async () => {
  const byFlags = await run("plan --move second --leave third --others stay");
  expect(byFlags.stdout).toContain("  3 people inside, of whom 1 stay on their version, 1 move, 1 leave\n");
  expect(byFlags.stdout).toContain("    1 on second (version 1, removed): move to third\n");
  write({ ...read(), migration: { steps: { second: { move: "done" } }, others: "move" } });
  const byFile = await run("plan --leave first");
  expect(byFile.stdout).toContain("0 stay on their version, 2 move, of whom 1 continue at once, 1 leave");
  expect(byFile.stdout).toContain("    1 on second (version 1, removed): move to done, 1 continue at once\n");
});

it("a migration that cannot be is named at its place: a wrong word, an unknown target", async () => {
  write({ ...read(), migration: { steps: { second: "jump" }, other: "move" } });
  const wrong = await run("plan");
  expect(wrong.code).toBe(3);
  expect(wrong.stderr).toContain(`${FILE}#/migration/steps/second`);
  expect(wrong.stderr).toContain(`${FILE}#/migration`);
  write({ ...read(), migration: { steps: { second: { move: "nowhere" }, gone: "leave" } } });
  const unknown = await run("plan");
  expect([unknown.code, unknown.stderr]).toEqual([
    3,
    expect.stringContaining(`${FILE}#/migration/steps/second: The new version has no step nowhere`),
  ]);
  expect((await run("plan --move first --leave first")).code).toBe(2);
});

it("a plan is void when counts drift further than its tolerance, by default at all", async () => {
  write({ ...read(), migration: { steps: { second: "move", third: "leave" } } });
  expect((await run("plan --out exact.json")).code).toBe(2);
  expect((await run("plan --out loose.json --tolerance 40%")).code).toBe(2);
  await cli.sojourn("events send dan trial_started");
  await settle(cli.api);
  const refused = await run("apply exact.json --yes");
  expect([refused.code, refused.stderr]).toEqual([6, expect.stringContaining("3 people were inside, now 4")]);
  expect(refused.stderr).toContain("1 were on first, now 2");
  expect((await run("apply loose.json --tolerance 0 --yes")).code).toBe(6);
  expect((await run("apply exact.json --tolerance nope --yes")).code).toBe(2);
});

it("applying publishes with the migration: people move to what was planned, leave, or stay", async () => {
  const applied = await run("apply loose.json --yes");
  expect([applied.code, applied.stderr]).toEqual([0, expect.stringContaining("published as version 2")]);
  await settle(cli.api);
  const { data } = (
    await cli.api.call<{ data: { status: string; exitReason: string | null; endUser: { externalId: string } }[] }>(
      "GET /api/journeys/trial/enrollments?limit=100",
    )
  ).body;
  expect(data.find(({ endUser }) => endUser.externalId === "cid")).toMatchObject({
    status: "STOPPED",
    exitReason: "moved_out",
  });
  const stats = await cli.api.call<{ data: { nodes: { name: string; waiting: number }[] } }>(
    "GET /api/journeys/trial/stats",
  );
  const waiting = stats.body.data.nodes.flatMap(({ name, waiting: people }) =>
    people > 0 ? [`${name} ${people}`] : [],
  );
  expect(waiting.sort()).toEqual(["first 2", "third 1"]);
});

it("the file states the source of truth; the server notes the file, and the page of it that the CI says", async () => {
  write({ ...read(), source: "code" });
  const planned = await run("plan");
  expect([planned.code, planned.stdout]).toEqual([2, expect.stringContaining('~ source: "both" -> "code"')]);
  const env = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "acme/app", GITHUB_REF_NAME: "main" };
  expect((await run("apply --yes", env)).code).toBe(0);
  expect((await run("journey show trial")).stdout).toContain("Source: code (app/journeys/trial.json)\n");
  expect(await cli.json("journey show trial")).toMatchObject({
    source: {
      truth: "code",
      file: { path: "app/journeys/trial.json", url: "https://github.com/acme/app/blob/main/app/journeys/trial.json" },
    },
  });
  const refused = await run("journey node add trial --name fourth");
  expect([refused.code, refused.stderr]).toEqual([6, expect.stringContaining("change app/journeys/trial.json")]);
  expect((await run("plan")).code).toBe(0);
});

it("a key that may only read and draft hands in a plan with the migration, and publishes nothing", async () => {
  const { workspaceId, database } = cli.api;
  const limited = { workspaceId, siteId: null, kind: "secret", name: "Agent" } as const;
  const { plain } = await createKey(database.orm, { ...limited, scopes: ["read", "draft"] });
  write({ ...read(), description: "Shorter", settings: { reEntry: "every" } });
  const env = { SOJOURN_SECRET_KEY: plain };
  expect((await run("apply --yes --reason Why", env)).code).toBe(2);
  const handed = await run("apply --yes --hand-in Shorter --reason Why --leave third", env);
  expect([handed.code, handed.stderr]).toEqual([0, expect.stringContaining("handed in as the plan")]);
  const { body } = await cli.api.call<{ data: object[] }>("GET /api/plans");
  expect(body.data).toMatchObject([{ title: "Shorter", reason: "Why", status: "pending", effect: { exit: 1 } }]);
  expect(await cli.json("journey show trial")).toMatchObject({ version: 2, hasUnpublishedChanges: true });
});

it("a journey kept in the console is pulled; its file is not applied, whatever is forced", async () => {
  await cli.api.call("PUT /api/journeys/trial/source", { body: { truth: "console" } });
  write({ ...read(), description: "From the file" });
  for (const line of ["plan --force", "apply --yes --force", "apply --yes --prune"]) {
    const { code, stderr } = await run(line);
    expect([line, code, stderr]).toEqual([line, 6, expect.stringContaining("is kept in the console")]);
  }
  expect((await run("drift")).code).toBe(2);
  expect((await run("pull --force")).code).toBe(0);
  expect(read()).toMatchObject({ source: "code", description: "Shorter", migration: { steps: { second: "move" } } });
});
