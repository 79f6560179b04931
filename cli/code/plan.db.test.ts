import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { settle } from "#api/testing";
import { cliFixture } from "../testing/cli-fixture.ts";
import { makeTemplates } from "../testing/make-templates.ts";

const cli = cliFixture();
const cwd = mkdtempSync(join(tmpdir(), "sojourn-code-"));
type Step = { name: string; type: string; config: object; content?: string };
type File = { name: string; nodes: Step[]; edges: object[] };
const read = (file: string): File => JSON.parse(readFileSync(join(cwd, file), "utf8"));
const write = (file: string, value: unknown) => writeFileSync(join(cwd, file), JSON.stringify(value));
const FILE = "journeys/welcome.json";

beforeAll(async () => {
  await makeTemplates(cli.api);
  for (const line of [
    "journey create --name Welcome --key welcome --entry-event signed_up --entry-node hello",
    `journey node add welcome --name hello --action '{"type": "send_email", "templateSlug": "welcome-email"}'`,
    "journey node add welcome --name done --terminal",
    "journey transition add welcome --from hello --to done --on user.login",
    "journey activate welcome",
    "events send ada signed_up",
  ])
    expect((await cli.sojourn(line)).code, line).toBe(0);
  await settle(cli.api);
  expect((await cli.sojourn("pull", { cwd })).code).toBe(0);
});

/** The file with another e-mail in the step hello. */
function changeFile(content: string): void {
  const file = read(FILE);
  const nodes = file.nodes.map((node) => (node.content === undefined ? node : { ...node, content }));
  write(FILE, { ...file, name: "Welcome 2", nodes });
}

describe("plan", () => {
  it("finds nothing to do right after a pull", async () => {
    expect(await cli.sojourn("plan", { cwd })).toMatchObject({ code: 0, stdout: "0 to change, 1 unchanged\n" });
    expect((await cli.sojourn("drift", { cwd })).code).toBe(0);
  });

  it("lists every problem of every file with its place", async () => {
    const good = read(FILE);
    write("a.json", { ...good, nodes: [...good.nodes, { name: "x", type: "FAX" }], version: 7 });
    write("b.json", { ...good, edges: [{ from: "hello", to: "nowhere" }] });
    writeFileSync(join(cwd, "c.json"), '{"name": ');
    writeFileSync(join(cwd, "d.yaml"), "%YAML 1.1\n---\nname: on\n");
    const { code, stderr } = await cli.sojourn("plan a.json b.json c.json d.yaml", { cwd });
    expect(code).toBe(3);
    for (const place of [
      "a.json#/version",
      "a.json#/nodes/",
      "b.json#/edges/0/to",
      "c.json: is not valid JSON",
      "d.yaml",
    ])
      expect(stderr).toContain(`  ${place}`);
  });

  it("names what a file says and nobody reads, also where nothing changes", async () => {
    const file = read(FILE);
    write(FILE, { ...file, nodes: file.nodes.map((node, index) => (index === 0 ? { ...node, note: "x" } : node)) });
    const { code, stdout } = await cli.sojourn("plan", { cwd });
    const told = "  ! /nodes/0/note: The field note is not known here and would be left out.\n";
    expect([code, stdout]).toEqual([0, `unchanged welcome (${FILE})\n${told}0 to change, 1 unchanged\n`]);
    write(FILE, file);
  });

  it("refuses a change with which an active journey could not run, at the step in the file", async () => {
    changeFile("nope");
    const index = read(FILE).nodes.findIndex(({ content }) => content === "nope");
    const { code, stderr } = await cli.sojourn("plan", { cwd });
    expect([code, stderr]).toEqual([3, expect.stringContaining(`${FILE}#/nodes/${index}/`)]);
  });

  it("names the differences by step, and the people inside", async () => {
    changeFile("login-nudge");
    const run = await cli.sojourn("plan --out plan.json", { cwd });
    expect(run).toMatchObject({ code: 2, stderr: "1 journeys would change.\n" });
    expect(run.stdout).toContain('~ name: "Welcome" -> "Welcome 2"');
    expect(run.stdout).toContain('content: "welcome-email" -> "login-nudge"');
    expect(run.stdout).toContain("1 people inside stay on their version\n    1 on hello (version 1, changed): stay\n");
  });
});

describe("apply", () => {
  it("asks first, and refuses a plan whose counts have drifted", async () => {
    expect((await cli.sojourn("apply plan.json", { cwd })).code).toBe(2);
    await cli.sojourn("events send bob signed_up");
    await settle(cli.api);
    const refused = await cli.sojourn("apply plan.json --yes", { cwd });
    expect([refused.code, refused.stderr]).toEqual([6, expect.stringContaining("1 people were inside, now 2")]);
    expect(await cli.json("journey show welcome")).toMatchObject({ name: "Welcome" });
  });

  it("saves and publishes what the plan says; who is inside stays", async () => {
    await cli.sojourn("plan --out plan.json", { cwd });
    const run = await cli.sojourn("apply plan.json --yes", { cwd });
    expect([run.code, run.stderr]).toEqual([0, expect.stringContaining("published as version 2")]);
    expect(await cli.json("journey show welcome")).toMatchObject({ name: "Welcome 2", status: "active" });
    expect(await cli.json("why ada welcome")).toMatchObject({ verdict: "in" });
    expect((await cli.sojourn("plan", { cwd })).code).toBe(0);
    expect(await cli.sojourn("apply plan.json --yes", { cwd })).toMatchObject({
      code: 6,
      stderr: expect.stringContaining("welcome: the journey has changed"),
    });
  });

  it("creates a journey under the name of its file, as a draft", async () => {
    write("journeys/fresh.json", { ...read(FILE), name: "Fresh" });
    expect((await cli.sojourn("apply journeys/fresh.json --yes", { cwd })).code).toBe(0);
    expect(await cli.json("journey show fresh")).toMatchObject({ name: "Fresh", status: "draft" });
    expect((await cli.sojourn("plan", { cwd })).code).toBe(0);
  });

  it("merges what others did since the pull, says what and who, and writes the file too", async () => {
    await cli.json("journey node add welcome --name extra");
    expect((await cli.sojourn("drift", { cwd })).code).toBe(2);
    expect(await cli.sojourn("plan", { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /behind welcome \(journeys\/welcome.json\): pull it\n.* by \S+, last at .*\n.*step extra added/,
      ),
    });
    changeFile("welcome-email");
    const run = await cli.sojourn("apply --yes", { cwd });
    expect([run.code, run.stderr]).toEqual([0, expect.stringContaining("step extra added")]);
    expect((await cli.sojourn("journey node list welcome")).stdout).toMatch(/extra/);
    expect(read(FILE).nodes.map(({ name, content }) => [name, content ?? null])).toEqual(
      expect.arrayContaining([
        ["hello", "welcome-email"],
        ["extra", null],
      ]),
    );
    expect(await cli.sojourn("plan", { cwd })).toMatchObject({ code: 0, stdout: "0 to change, 2 unchanged\n" });
  });

  it("names what the file and the server changed differently, and keeps the side that is asked for", async () => {
    const action = (slug: string) => `--action '{"type": "send_email", "templateSlug": "${slug}"}'`;
    await cli.json(`journey node update welcome hello ${action("login-nudge")}`);
    const file = read(FILE);
    const nodes = file.nodes.filter(({ name }) => name !== "extra");
    write(FILE, {
      ...file,
      nodes: nodes.map((node) => (node.name === "hello" ? { ...node, content: "upgrade" } : node)),
    });
    const refused = await cli.sojourn("apply --yes", { cwd });
    expect(refused).toMatchObject({ code: 6, stdout: "" });
    expect(refused.stderr).toContain("journeys/welcome.json: step hello was changed in the file and on the server.");
    expect((await cli.sojourn("pull --merge", { cwd })).stderr).toContain("step hello was changed");
    expect((await cli.sojourn("pull --merge --keep hello", { cwd })).code).toBe(0);
    expect(read(FILE).nodes.find(({ name }) => name === "hello")).toMatchObject({ content: "upgrade" });
    expect(read(FILE).nodes.some(({ name }) => name === "extra")).toBe(false);
    expect((await cli.sojourn("pull --force", { cwd })).code).toBe(0);
    expect(read(FILE).nodes.find(({ name }) => name === "hello")).toMatchObject({ content: "login-nudge" });
  });
});

describe("apply --prune", () => {
  it("archives journeys whose files are gone after asking twice, and only those that were pulled", async () => {
    await cli.json("journey create --name Stranger --key stranger --entry-event x");
    rmSync(join(cwd, "journeys/fresh.json"));
    expect((await cli.sojourn("apply --yes", { cwd })).code).toBe(0);
    expect((await cli.sojourn("apply --prune", { cwd })).code).toBe(2);
    const asked: string[] = [];
    const confirm = async (question: string) => asked.push(question) < 2;
    expect((await cli.sojourn("apply --prune", { cwd, isTTY: true, answers: { confirm } })).code).toBe(2);
    expect(asked).toEqual(["Apply 1 changes?", expect.stringContaining("Archive fresh?")]);
    expect(await cli.json("journey show fresh")).toMatchObject({ status: "draft" });
    expect((await cli.sojourn("apply --prune --yes", { cwd })).code).toBe(0);
    expect(await cli.json("journey show fresh")).toMatchObject({ status: "archived" });
    expect(await cli.json("journey show stranger")).toMatchObject({ status: "draft" });
  });

  it("says what was applied before a journey that fails", async () => {
    for (const key of ["one", "two"]) write(`journeys/${key}.json`, { ...read(FILE), name: key });
    await cli.sojourn("plan --out plan.json", { cwd });
    const plan = JSON.parse(readFileSync(join(cwd, "plan.json"), "utf8"));
    // What another release of the server may not know.
    plan.journeys.find(({ key }: { key: string }) => key === "two").content.nodes[0].type = "FAX";
    write("plan.json", plan);
    const { code, stderr } = await cli.sojourn("apply plan.json --yes", { cwd });
    expect([code, stderr]).toEqual([3, expect.stringContaining("Applied before it: one (created as a draft).")]);
    expect((await cli.sojourn("journey show two")).code).toBe(5);
  });
});
