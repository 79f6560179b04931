import type { JourneyDetail } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { splitFile } from "./file-head.ts";
import type { Format } from "./file-text.ts";
import type { Finding } from "./finding.ts";
import { localFiles } from "./local-files.ts";
import { hashOf, type Lock, type Pulled } from "./lock-file.ts";
import { type MergeOptions, mergeFile } from "./merge-file.ts";
import { readNative } from "./read-native.ts";
import { asFile, complete, type Native, pulledFrom, type ServerJourney } from "./server-journey.ts";

/** What is to be written of a journey that is pulled. */
export type PulledFile = {
  readonly key: string;
  readonly file: string;
  readonly format: Format;
  readonly content: Native;
  /** What the server has. */
  readonly native: Native;
  readonly pulled: Pulled;
  readonly change: "new" | "same" | "changed" | "merged";
  readonly conflicts: readonly Finding[];
};

type Target = { readonly file: string; readonly format: Format; readonly lock: Lock };
type Options = MergeOptions & { readonly merge: boolean };

/** Reads a journey from the server, and what its file says that is not there yet. Writes nothing. */
export async function pullFile(
  cli: Cli,
  journey: JourneyDetail,
  { file, format, lock }: Target,
  options: Options,
): Promise<PulledFile> {
  const { key } = journey;
  const found = await asFile(cli, journey);
  const pulled = pulledFrom(found, file);
  const before = lock[key];
  const files = await localFiles(cli, new Set([file, before?.file ?? file]));
  const edited = files.filter(
    ({ value }) => value === null || !isKnown(splitFile(value).journey, { found, pulled: before }),
  );
  const local = files.find(({ value }) => value !== null)?.value ?? undefined;
  const beside = { ...sourceOf(found), ...(local === undefined ? {} : besideIn(local)) };
  const change = before === undefined ? "new" : before.hash === pulled.hash ? "same" : "changed";
  const plain = { ...{ key, file, format, native: found.native, pulled } };
  const theirs: PulledFile = { ...plain, content: { ...beside, ...found.native }, change, conflicts: [] };
  if (edited.length === 0 || options.force) return theirs;
  if (!options.merge || local === undefined)
    return {
      ...theirs,
      conflicts: edited.map((one) => ({ pointer: one.file, message: "was changed and would be replaced" })),
    };
  const mine = readNative({ ...found.native, ...splitFile(local).journey }, found).native;
  if (mine === null)
    return { ...theirs, conflicts: [{ pointer: file, message: "is not a valid journey, so it cannot be merged" }] };
  const merged = await mergeFile(cli, { key, file, value: local }, { mine, found, pulled: before }, options);
  return {
    ...plain,
    content: { ...beside, ...merged.content },
    change: "merged",
    conflicts: merged.conflicts.map((message) => ({ pointer: file, message })),
  };
}

/** What a file says beside the journey; the reference to its schema depends on the format, so it is written with the file. */
function besideIn(local: Native): Native {
  const { $schema: _, ...beside } = splitFile(local).beside;
  return beside;
}

/** Whether a file says what was pulled last, or would change nothing: what it leaves out stays as the server has it. */
function isKnown(
  foreign: Native,
  { found, pulled }: { readonly found: ServerJourney; readonly pulled: Pulled | undefined },
): boolean {
  if (hashOf(complete(foreign)) === pulled?.hash) return true;
  const { native } = readNative({ ...found.native, ...foreign }, found);
  return native !== null && hashOf(native) === hashOf(found.native);
}

/** The stated source of truth, so that it travels with the file. */
const sourceOf = ({ journey }: ServerJourney): Native =>
  journey.source.truth === "both" ? {} : { source: journey.source.truth };
