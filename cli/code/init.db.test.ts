import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cliFixture } from "../testing/cli-fixture.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { runInTest } from "../testing/test-cli.ts";

const cli = cliFixture();
const read = (cwd: string, file: string) => readFileSync(join(cwd, file), "utf8");

it.each(["yaml", "json", "ts"])(
  "writes a folder in %s whose example can be applied and passes its scenarios",
  async (format) => {
    const cwd = temporaryFolder();
    const made = await cli.json<{ file: string; done: string }[]>(`init --format ${format}`, { cwd });
    expect(made).toContainEqual({ file: `journeys/activation.${format}`, done: "written" });
    expect(made).toContainEqual({ file: ".github/workflows/journeys.yml", done: "written" });
    const planned = await cli.sojourn("plan", { cwd });
    expect([0, 2], planned.stderr).toContain(planned.code);
    expect((await cli.sojourn("apply --yes", { cwd })).code).toBe(0);
    expect(await cli.sojourn("test scenarios/activation.yaml", { cwd })).toMatchObject({ code: 0 });
    expect(await cli.json("pull activation", { cwd })).toMatchObject([{ file: `journeys/activation.${format}` }]);
  },
);

it("suggests the workspace's own names in the schema, and names the schema in each file", async () => {
  const cwd = temporaryFolder();
  await cli.api.call("POST /api/segments", { body: { key: "loyal", name: "Loyal" } });
  expect((await cli.sojourn("init --dir flows", { cwd })).code).toBe(0);
  expect(read(cwd, "flows/activation.yaml")).toMatch(
    /^# yaml-language-server: \$schema=\.\.\/\.sojourn\/journey\.schema\.json\n/,
  );
  expect(read(cwd, "scenarios/activation.yaml")).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.sojourn\/scenario/);
  const { $defs } = JSON.parse(read(cwd, ".sojourn/journey.schema.json"));
  expect($defs.SegmentName).toEqual({ anyOf: [{ enum: ["loyal"] }, { type: "string" }] });
  expect(JSON.parse(read(cwd, "sojourn.json"))).toEqual({ dir: "flows", format: "yaml" });
});

it("keeps what is there, and needs no server", async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, ".gitignore"), "mine\n");
  const plan = await runInTest("init --plan", { cwd });
  expect(plan).toMatchObject({ code: 0, stderr: "Plan, nothing was written.\n" });
  expect(plan.stdout).toContain("sojourn.json\twould write");
  expect(plan.stdout).toContain(".gitignore\twould keep");
  expect(existsSync(join(cwd, "sojourn.json"))).toBe(false);
  const run = await runInTest("init --format ts", { cwd });
  expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining("Not signed in") });
  expect(run.stdout).toContain(".gitignore\tkept");
  expect(read(cwd, ".gitignore")).toBe("mine\n");
});

it("names what is wrong in the settings of the folder", async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, "sojourn.json"), '{"dir": 5, "url": "http://x"}');
  const run = await cli.sojourn("plan", { cwd });
  expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining("sojourn.json#/dir") });
});
