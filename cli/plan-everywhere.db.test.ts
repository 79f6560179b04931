import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { beforeAll, expect, it } from "vitest";
import { everyRow } from "#api/testing";
import { createProgram } from "./program.ts";
import { cliFixture } from "./testing/cli-fixture.ts";
import { makeTemplates } from "./testing/make-templates.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const cli = cliFixture();
const cwd = temporaryFolder();
const configDir = temporaryFolder();

beforeAll(async () => {
  await makeTemplates(cli.api);
  writeFileSync(join(cwd, "people.csv"), "userId,plan\nada,pro\n");
  for (const line of [
    "login",
    "journey create --name Made --key made --entry-event user.created --entry-node a",
    "journey node add made --name b --terminal",
    "journey transition add made --from a --to b --on user.login",
    "pull made",
    "export made --format native --output made.json",
    "journey update made --name Renamed",
    "events send ada came",
  ])
    expect(await cli.sojourn(line, { cwd, configDir })).toMatchObject({ code: 0 });
});

/** Every command that changes something, on the server or in a folder. */
const CHANGES: readonly string[] = [
  "apply --yes",
  "bench --events 10 --yes",
  "events send ada x",
  "export made --output other.json",
  "import made.json",
  "init",
  "journey create --name New --entry-event x --entry-node a",
  "journey update made --name Another",
  "journey activate made",
  "journey pause made --yes",
  "journey archive made --yes",
  "journey remove made --yes",
  "journey node add made --name c",
  "journey node update made b --no-terminal",
  "journey node remove made b",
  "journey transition add made --from a --to b --after 2d",
  "journey transition update made a-to-b --after 3d",
  "journey transition remove made a-to-b",
  "login",
  "logout",
  "people erase ada --yes",
  "people import people.csv",
  "promote made --from default --to default --yes",
  "pull made --force",
  "types",
];

/** Commands that look, print or pass on; `--plan` has nothing to keep back. */
const LOOKS: ReadonlySet<string> = new Set(
  [
    "audit backtest complete completion diff doctor drift funnel mcp open overlap plan preflight simulate test why",
    "events_tail journey_analytics journey_list journey_show journey_tree journey_node_list journey_transition_list",
    "people_export people_show people_timeline",
  ].flatMap((line) => line.split(" ").map((name) => name.replaceAll("_", " "))),
);

it("every command changes something or looks, and the list is whole", async () => {
  const program = await createProgram(() => async () => {}, {}, null);
  const leaves = (command: Command, above: string): string[] => {
    const path = `${above} ${command.name()}`.trim();
    return command.commands.length === 0 ? [path] : command.commands.flatMap((one) => leaves(one, path));
  };
  const all = program.commands.flatMap((one) => leaves(one, "")).filter((path) => !/ add-/.test(path));
  const changing = all.filter((path) => CHANGES.some((line) => `${line} `.startsWith(`${path} `)));
  expect([...changing, ...LOOKS].sort()).toEqual(all.sort());
});

/** Every file of the folders, with what is in it. */
const everyFile = (): Record<string, string> =>
  Object.fromEntries(
    [cwd, configDir].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [file, readFileSync(file, "utf8")]),
    ),
  );

it("with --plan none of them changes a row of the database or a file", async () => {
  const before = { rows: await everyRow(cli.api), files: everyFile() };
  for (const line of CHANGES)
    for (const flag of ["--plan", "--dry-run"]) {
      const run = await cli.sojourn(`${line} ${flag}`, { cwd, configDir });
      expect({ line, ...run }).toMatchObject({ line, code: expect.toBeOneOf([0, 2]) });
      expect({ line, text: run.stdout + run.stderr }).not.toMatchObject({ text: "" });
      expect({ line, rows: await everyRow(cli.api), files: everyFile() }).toEqual({ line, ...before });
    }
}, 30_000);

it("with --json each says what it would do as JSON", async () => {
  for (const line of CHANGES.filter((one) => !/^(?:export|types)/.test(one))) {
    const run = await cli.sojourn(`${line} --plan --json`, { cwd, configDir });
    expect({ line, isJson: isJson(run.stdout || run.stderr) }).toEqual({ line, isJson: true });
  }
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
