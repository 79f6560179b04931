import { access, mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { readChoice } from "../arguments.ts";
import type { Cli } from "../cli.ts";
import { readDataTypes } from "../code/data-types.ts";
import { EXAMPLE, EXAMPLE_KEY, exampleScenarios, IGNORED, WORKFLOW } from "../code/example.ts";
import { FORMATS, type Format, fileText } from "../code/file-text.ts";
import { typesText } from "../code/typescript/write-types.ts";
import { journeySchemaFrom, scenarioSchemaFrom, schemaTexts } from "../code/write-schemas.ts";
import { CliError } from "../exit-codes.ts";
import { PROJECT_FILE } from "../project.ts";
import type { Register } from "../register.ts";

type Flags = { readonly dir: string; readonly format: string; readonly force?: boolean };
type DataTypes = Awaited<ReturnType<typeof readDataTypes>>;

export const init: Register = (command, bind) => {
  command
    .option("--dir <folder>", "The folder of the journey files", "journeys")
    .option("--format <format>", `How journeys are written: ${FORMATS.join(", ")}`, "yaml")
    .option("--force", "Also replace files that are there")
    .action(bind(start));
};

async function start(cli: Cli, flags: Flags): Promise<void> {
  const format = readChoice("--format", flags.format, FORMATS);
  const seen = await seenIfSignedIn(cli);
  const rows: { file: string; done: string }[] = [];
  for (const [file, text] of textsOf(flags.dir, format, seen)) {
    const path = resolve(cli.terminal.cwd, file);
    const isThere = await exists(path);
    // Schemas are made again each time; nobody edits them.
    const isKept = isThere && !flags.force && !file.endsWith(".schema.json");
    rows.push({ file, done: wordOf(isKept ? "keep" : isThere ? "replace" : "write", cli.isPlan) });
    if (isKept || cli.isPlan) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  cli.output.table(rows, {
    heading: ["FILE", cli.isPlan ? "PLAN" : "DONE"],
    rows: rows.map(({ file, done }) => [file, done]),
  });
  if (cli.isPlan) return cli.output.say("Plan, nothing was written.");
  for (const line of nextSteps(format, seen === null)) cli.output.say(line);
}

const DONE = { keep: "kept", replace: "replaced", write: "written" } as const;
const wordOf = (act: keyof typeof DONE, isPlan: boolean): string => (isPlan ? `would ${act}` : DONE[act]);

function textsOf(dir: string, format: Format, seen: DataTypes | null): [string, string][] {
  const journey = join(dir, `${EXAMPLE_KEY}.${format}`);
  const scenario = join("scenarios", `${EXAMPLE_KEY}.yaml`);
  return [
    [PROJECT_FILE, `${JSON.stringify({ dir, format }, null, 2)}\n`],
    ...schemaTexts(seen),
    [journey, fileText(format, EXAMPLE, { key: EXAMPLE_KEY, schema: journeySchemaFrom(journey) })],
    [scenario, exampleScenarios(scenarioSchemaFrom(scenario))],
    ...(format === "ts" && seen !== null ? [["sojourn-types.d.ts", typesText(seen, false)] as [string, string]] : []),
    [join(".github", "workflows", "journeys.yml"), WORKFLOW],
    [".gitignore", IGNORED],
  ];
}

/** The files are of use without a server too; only its names are not suggested then. */
async function seenIfSignedIn(cli: Cli): Promise<DataTypes | null> {
  try {
    return await readDataTypes(cli);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return null;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const nextSteps = (format: Format, isSignedOut: boolean): string[] => [
  ...(isSignedOut
    ? ["Not signed in: run `sojourn login`, then `sojourn init` again for the names of your workspace."]
    : []),
  ...(format === "ts" ? ["Editors find the types after `npm install --save-dev sojourn`."] : []),
  "Next: `sojourn plan`, `sojourn apply`, `sojourn test scenarios/*.yaml`.",
];
