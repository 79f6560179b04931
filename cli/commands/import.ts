import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { DIALECT_KEYS, type Dialect, dialects } from "#dialects";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import { createDraft } from "../journeys/create-draft.ts";
import { editJourney, notReadable } from "../journeys/edit-journey.ts";
import { journeyJson } from "../journeys/journey-view.ts";
import { reportEdit } from "../journeys/report-edit.ts";
import { warningsOf } from "../journeys/warnings.ts";
import { commandLine } from "../quote.ts";
import type { Register } from "../register.ts";
import { findDialect } from "./export.ts";
import { JOURNEY_HEADING, journeyRow } from "./journey/list.ts";

type Flags = { readonly format?: string; readonly journey?: string; readonly key?: string };

export const importJourney: Register = (command, bind) => {
  command
    .argument("<file>", "A journey as JSON; - is stdin")
    .option("--format <format>", `One of ${DIALECT_KEYS.join(", ")}; recognized by default`)
    .option("--journey <journey>", "Change this journey instead of creating one")
    .option("--key <key>", "The key of the new journey")
    .action(bind(read));
};

async function read(cli: Cli, file: string, flags: Flags): Promise<void> {
  const foreign = await readForeign(cli, file);
  const dialect = flags.format === undefined ? recognize(foreign) : findDialect(flags.format);
  if (flags.journey !== undefined) return change(cli, flags.journey, dialect, foreign);
  const { journey, problems } = dialect.read(foreign, { seed: randomUUID() });
  if (journey === null) throw notReadable(problems, {});
  for (const { message, pointer } of problems) cli.output.say(`Warning: ${pointer}: ${message}`);
  if (cli.isPlan)
    return cli.output.data({ plan: "import", format: dialect.key, journey }, `Would create ${journey.name}.\n`);
  await createDraft(cli, journey, flags.key, `Created ${journey.name} from ${dialect.title}, as a draft.`);
}

async function change(cli: Cli, reference: string, dialect: Dialect, foreign: unknown): Promise<void> {
  const edited = await editJourney(cli, reference, ({ draft, journey }) =>
    dialect.read(foreign, { seed: journey.id, before: draft }),
  );
  const { before, after, problems } = edited;
  const { nodes, transitions } = before.graph;
  const old = ["--nodes", JSON.stringify(nodes), "--transitions", JSON.stringify(transitions)];
  reportEdit(cli, edited, {
    value: journeyJson(after, null, warningsOf(cli, after, problems)),
    heading: JOURNEY_HEADING,
    rows: [journeyRow(after.journey)],
    done: `Changed ${after.journey.name} by ${dialect.title}`,
    undo: commandLine("journey", "update", after.journey.shortId, ...old),
  });
}

async function readForeign(cli: Cli, file: string): Promise<unknown> {
  const text =
    file === "-"
      ? await cli.terminal.readStdin()
      : await readFile(resolve(cli.terminal.cwd, file), "utf8").catch((error: NodeJS.ErrnoException) => {
          throw new CliError(EXIT.notFound, `${file} cannot be read: ${error.message}`);
        });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new CliError(EXIT.validation, `${file} is not valid JSON: ${(error as Error).message}`);
  }
}

function recognize(foreign: unknown): Dialect {
  const found = dialects.find((dialect) => dialect.recognizes(foreign));
  if (found) return found;
  const known = dialects.map(({ title, key }) => `${title} (${key})`).join(", ");
  throw new CliError(EXIT.validation, `The format is not one of: ${known}.`, { hint: "Say it with --format." });
}
