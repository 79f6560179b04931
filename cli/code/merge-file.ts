import type { Cli } from "../cli.ts";
import { readBase } from "./base-file.ts";
import { hashOf, type Pulled } from "./lock-file.ts";
import { mergeNative } from "./merge.ts";
import { changesSincePull } from "./moved.ts";
import type { JourneyFile } from "./read-files.ts";
import { readIfThere } from "./read-values.ts";
import { complete, type Native, type ServerJourney } from "./server-journey.ts";
import { firstOwnLine } from "./typescript/own-form.ts";

/** What a file and the server say together. */
export type FileMerge = {
  readonly content: Native;
  readonly moved: readonly string[];
  readonly conflicts: readonly string[];
  readonly isMerged: boolean;
};

export type MergeOptions = {
  /** Take the file as it is, whatever was changed on the server. */
  readonly force: boolean;
  /** Parts of which the file's version is taken where both changed them. */
  readonly keep: ReadonlySet<string>;
};

type Target = Pick<JourneyFile, "key" | "file"> & {
  /** What the file says, with what it says beside the journey. */
  readonly value: Native;
};

/**
 * Merges a file with what was changed on the server since it was pulled. `mine` is what the file says, in the form of the
 * server; it stays as it is where nothing was changed there.
 */
export async function mergeFile(
  cli: Cli,
  { key, file, value }: Target,
  sides: { readonly mine: Native; readonly found: ServerJourney | null; readonly pulled: Pulled | undefined },
  { force, keep }: MergeOptions,
): Promise<FileMerge> {
  const { mine, found, pulled } = sides;
  const asItIs = { content: mine, conflicts: [], isMerged: false };
  if (pulled === undefined) return { ...asItIs, moved: [] };
  if (found === null) {
    const gone = `The journey ${key} is not on the server any more.`;
    return { ...asItIs, moved: [gone], conflicts: force ? [] : [gone] };
  }
  if (hashOf(found.native) === pulled.hash) return { ...asItIs, moved: [] };
  const base = await readBase(cli, key, pulled);
  const moved = await changesSincePull(cli, pulled, found, base);
  if (force) return { ...asItIs, moved };
  if (base === null)
    return { ...asItIs, moved, conflicts: [...moved, "There is no copy of what was pulled to merge by."] };
  const { native, conflicts, taken } = mergeNative({ base, mine, theirs: found.native }, keep);
  const isMerged = taken.length > 0;
  const told = conflicts.map(({ message }) => `${message}.`);
  if (isMerged) told.push(...(await whyNotWritten(cli, { key, file, value })));
  return { content: complete(native), moved, conflicts: told, isMerged };
}

/** Code that computes a journey cannot be changed here; only calls as `pull` writes them are written again. */
async function whyNotWritten(cli: Cli, { key, file, value }: Target): Promise<string[]> {
  const text = /\.ts$/i.test(file) ? await readIfThere(cli, file) : null;
  const line = text === null ? null : firstOwnLine(text, key, value);
  if (line === null) return [];
  return [
    `Changes of the server cannot be merged into this file, as it is not as \`sojourn pull --format ts\` writes it from line ${line} on: take them over by hand.`,
  ];
}
