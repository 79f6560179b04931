import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { cliFixture } from "../testing/cli-fixture.ts";
import { makeTemplates } from "../testing/make-templates.ts";

const cli = cliFixture();
const folder = () => mkdtempSync(join(tmpdir(), "sojourn-code-"));
const read = (cwd: string, file: string) => JSON.parse(readFileSync(join(cwd, file), "utf8"));

beforeAll(async () => {
  await makeTemplates(cli.api);
  for (const line of [
    "create --name Welcome --key welcome --entry-event signed_up --entry-node on",
    `node add welcome --name on --action '{"type": "send_email", "templateSlug": "welcome-email"}'`,
    "node add welcome --name 12:30 --terminal",
    "transition add welcome --from on --to 12:30 --after 2d",
    "create --name Other --key other --entry-event x",
  ])
    expect((await cli.sojourn(`journey ${line}`)).code, line).toBe(0);
});

describe("pull", () => {
  it("writes a file per journey with names, positions and keys, and notes what was pulled", async () => {
    const cwd = folder();
    const run = await cli.sojourn("pull", { cwd });
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining("journeys/welcome.json") });
    expect(readdirSync(join(cwd, "journeys")).sort()).toEqual(["other.json", "welcome.json"]);
    const file = read(cwd, "journeys/welcome.json");
    expect(file).toMatchObject({ format: "sojourn-journey", name: "Welcome", description: null, audience: null });
    expect(file.nodes.find(({ name }: { name: string }) => name === "on")).toMatchObject({
      content: "welcome-email",
      position: { x: expect.any(Number), y: expect.any(Number) },
    });
    const { journeys } = read(cwd, ".sojourn/pulled.json");
    expect(journeys.welcome).toMatchObject({ file: "journeys/welcome.json", hash: expect.stringMatching(/^\w{64}$/) });
    const again = await cli.json("pull welcome", { cwd });
    expect(again).toEqual([
      { key: "welcome", file: "journeys/welcome.json", revision: expect.any(Number), change: "same" },
    ]);
  });

  it("writes YAML that a reader of YAML 1.1 understands alike, in place of the JSON file", async () => {
    const cwd = folder();
    await cli.json("pull welcome", { cwd });
    const { $schema, ...json } = read(cwd, "journeys/welcome.json");
    expect($schema).toBe("../.sojourn/journey.schema.json");
    await cli.json("pull welcome --format yaml", { cwd });
    expect(readdirSync(join(cwd, "journeys"))).toEqual(["welcome.yaml"]);
    const text = readFileSync(join(cwd, "journeys/welcome.yaml"), "utf8");
    expect(text).toContain('name: "on"');
    expect(parse(text, { version: "1.1" })).toEqual(json);
    expect(parse(text)).toEqual(json);
  });

  it("writes TypeScript that says the same file, and applies what is changed in it", async () => {
    const cwd = folder();
    await cli.json("pull welcome", { cwd });
    const json = read(cwd, "journeys/welcome.json");
    await cli.json("pull welcome --format ts", { cwd });
    expect(readdirSync(join(cwd, "journeys"))).toEqual(["welcome.ts"]);
    const text = readFileSync(join(cwd, "journeys/welcome.ts"), "utf8");
    expect(text).toContain(`edge("on", "12:30", { name: "on-to-12:30", trigger: { type: "timer", delay: "2d" } })`);
    expect(await cli.json("pull welcome", { cwd })).toMatchObject([{ change: "same" }]);
    expect(read(cwd, "journeys/welcome.json")).toEqual(json);
    await cli.json("pull welcome --format ts", { cwd });
    expect((await cli.sojourn("plan", { cwd })).code).toBe(0);
    writeFileSync(join(cwd, "journeys/welcome.ts"), text.replaceAll('"2d"', '"3d"').replace("Welcome", "Hello"));
    expect(await cli.sojourn("plan", { cwd })).toMatchObject({ code: 2, stdout: expect.stringContaining("3d") });
    expect((await cli.sojourn("pull --format ts", { cwd })).code).toBe(6);
    expect((await cli.sojourn("apply --yes", { cwd })).code).toBe(0);
    expect(await cli.json("pull welcome", { cwd })).toMatchObject([{ change: "same" }]);
    expect(read(cwd, "journeys/welcome.json").name).toBe("Hello");
    writeFileSync(join(cwd, "journeys/welcome.ts"), "export default journey;\n");
    const broken = await cli.sojourn("plan journeys/welcome.ts", { cwd });
    expect(broken).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("journeys/welcome.ts:1:16: journey is not"),
    });
    expect((await cli.sojourn("journey update welcome --name Welcome", { cwd })).code).toBe(0);
  });

  it.each([
    ["yaml", "# Owned by growth.", (text: string) => text],
    ["ts", "// Owned by growth.", JSON.stringify],
  ])("merges what the server changed into %s, and keeps the comments", async (format, comment, quote) => {
    const cwd = folder();
    const file = join(cwd, `journeys/welcome.${format}`);
    const line = (description: string) => `description: ${quote(description)}`;
    expect((await cli.sojourn("journey update welcome --description before")).code).toBe(0);
    await cli.json(`pull welcome --format ${format}`, { cwd });
    const mine = `${comment}\n${readFileSync(file, "utf8").replace("3d", "5d")}`;
    writeFileSync(file, mine);
    expect((await cli.sojourn("journey update welcome --description after")).code).toBe(0);
    expect(await cli.json(`pull welcome --format ${format} --merge`, { cwd })).toMatchObject([{ change: "merged" }]);
    expect(readFileSync(file, "utf8")).toBe(mine.replace(line("before"), line("after")));
    if (format !== "ts") return;
    writeFileSync(file, readFileSync(file, "utf8").replace('"5d"', '["5d"].join("")'));
    expect((await cli.sojourn("journey update welcome --description again")).code).toBe(0);
    const refused = await cli.sojourn("pull welcome --format ts --merge", { cwd });
    expect([refused.code, refused.stderr]).toEqual([
      6,
      expect.stringMatching(/from line \d+ on: take them over by hand/),
    ]);
  });

  it("keeps a file that was changed, unless it is forced", async () => {
    const cwd = folder();
    await cli.json("pull", { cwd });
    const file = join(cwd, "journeys/welcome.json");
    writeFileSync(file, JSON.stringify({ ...read(cwd, "journeys/welcome.json"), name: "Mine" }));
    const refused = await cli.sojourn("pull", { cwd });
    expect(refused).toMatchObject({ code: 6, stderr: expect.stringContaining("journeys/welcome.json: was changed") });
    expect(read(cwd, "journeys/welcome.json").name).toBe("Mine");
    expect((await cli.sojourn("pull --force", { cwd })).code).toBe(0);
    expect(read(cwd, "journeys/welcome.json").name).toBe("Welcome");
  });

  it("names every journey that there is not, and writes nothing with --plan", async () => {
    const cwd = folder();
    const missing = await cli.sojourn("pull welcome nope jrn_none", { cwd });
    expect(missing).toMatchObject({ code: 5, stderr: expect.stringContaining("nope, jrn_none") });
    expect((await cli.sojourn("pull --plan", { cwd })).code).toBe(0);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
