import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { JourneyDraft } from "#dialects";
import type { JourneyDetail } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import { asGraph } from "../journeys/load-journey.ts";
import { placeIn } from "./finding.ts";
import { readJourneyFiles } from "./read-files.ts";
import { readNative } from "./read-native.ts";
import { isJourneyFile, keyOf } from "./read-values.ts";
import { asFile, findJourney } from "./server-journey.ts";

/** A journey, and its draft as its file in the folder says, or as the server has it if there is no file. */
export async function draftOfFile(
  cli: Cli,
  key: string,
  dir: string | null,
): Promise<{ readonly journey: JourneyDetail; readonly draft: JourneyDraft }> {
  const journey = await findJourney(cli, key);
  if (journey === null)
    throw new CliError(EXIT.notFound, `There is no journey ${key} on the server.`, {
      hint: "Scenarios run there: apply the file first, as a draft.",
    });
  const file = dir === null ? undefined : await findFile(cli, journey.key, dir);
  if (file === undefined) return { journey, draft: asGraph(journey).draft };
  const { files, findings } = await readJourneyFiles(cli, [file], "");
  const found = await asFile(cli, journey);
  const { draft, problems } = readNative({ ...found.native, ...files[0]?.foreign }, found);
  const wrong = [
    ...findings,
    ...problems.map(({ pointer, message }) => ({ pointer: placeIn(file, pointer), message })),
  ];
  if (draft !== null && findings.length === 0) return { journey, draft };
  throw new CliError(EXIT.validation, `${file} is not valid; no scenario was run.`, { findings: wrong });
}

async function findFile({ terminal }: Cli, key: string, dir: string): Promise<string | undefined> {
  const names = await readdir(resolve(terminal.cwd, dir)).catch(() => []);
  const name = names.find((one) => isJourneyFile(one) && keyOf(one) === key);
  return name === undefined ? undefined : join(dir, name);
}
