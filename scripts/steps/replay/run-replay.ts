import { existsSync, readFileSync } from "node:fs";
import { connect, isMigrated } from "#db";
import { advance } from "#engine";
import { inputFromJson } from "#store/advance-input";
import { openServer } from "../open-server.ts";
import { describeOutcome } from "./describe-outcome.ts";
import { dumpInput } from "./dump-input.ts";

const USAGE = `npm run replay -- <personId> [--at <time>]   prints what the engine would read of the person, as JSON
npm run replay -- <file>                      steps such a file and says what would come of it
`;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Answers the exit code: 0 done, 1 there is no such person, 2 it cannot be done as asked. */
export async function runReplay(args: readonly string[]): Promise<number> {
  const flag = args.indexOf("--at");
  const given = flag < 0 ? undefined : args[flag + 1];
  const [of, ...more] = args.filter((_, index) => flag < 0 || (index !== flag && index !== flag + 1));
  if (of === undefined || more.length > 0) return refuse(USAGE);
  if (existsSync(of)) return flag < 0 ? step(of) : refuse("A file has its own time: leave out --at.\n");
  if (!UUID.test(of)) return refuse(`${JSON.stringify(of)} is neither the id of a person nor a file.\n`);
  const at = given === undefined ? null : Date.parse(given);
  if (flag >= 0 && !Number.isFinite(at)) return refuse("--at has to be a time, such as 2026-03-02T09:00:00Z.\n");
  return await dump(of.toLowerCase(), at);
}

function step(file: string): number {
  const read = inputFromJson(readFileSync(file, "utf8"));
  if ("problems" in read) return refuse(`${file} cannot be replayed:\n${lines(read.problems)}`);
  process.stdout.write(`${describeOutcome(read.input, advance(read.input)).join("\n")}\n`);
  return 0;
}

async function dump(personId: string, at: number | null): Promise<number> {
  const server = await openServer();
  if (!server) return refuse("There is no database to read: set DATABASE_URL, or start Sojourn here first.\n");
  const database = connect(server.url, { max: 1 });
  try {
    if (!(await isMigrated(database)))
      return refuse("This database is of another release: start this one on it first, which brings it up to date.\n");
    const text = await dumpInput(database, personId, at);
    if (text === null) {
      process.stderr.write(`There is no person ${personId}.\n`);
      return 1;
    }
    process.stdout.write(`${text}\n`);
    return 0;
  } finally {
    await database.close();
    await server.stop();
  }
}

const lines = (texts: readonly string[]): string => texts.map((text) => `  ${text}\n`).join("");

function refuse(text: string): number {
  process.stderr.write(text);
  return 2;
}
