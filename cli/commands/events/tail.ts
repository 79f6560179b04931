import { setTimeout as sleep } from "node:timers/promises";
import { answerOf, type Event } from "#sdk/node";
import { readCount } from "../../arguments.ts";
import type { Cli } from "../../cli.ts";
import { findPerson, personName } from "../../people/find-person.ts";
import type { Register } from "../../register.ts";

type Flags = { readonly name?: string; readonly person?: string; readonly last: string; readonly count?: string };

const POLL_MS = 1_000;
const PAGE = 100;

export const tail: Register = (command, bind) => {
  command
    .option("--name <event>", "Only events of this name")
    .option("--person <id>", "Only events of this person")
    .option("--last <count>", "Begin with so many that are there already", "10")
    .option("--count <count>", "End after so many")
    .action(bind(follow));
};

async function follow(cli: Cli, flags: Flags): Promise<void> {
  const last = flags.last === "0" ? 0 : readCount("--last", flags.last, PAGE);
  let left = flags.count === undefined ? Number.POSITIVE_INFINITY : readCount("--count", flags.count, 1_000_000);
  const person = flags.person === undefined ? {} : { personId: (await findPerson(cli, flags.person)).id };
  const query = { ...(flags.name === undefined ? {} : { name: flags.name }), ...person, limit: PAGE };
  const seen = new Set<string>();
  for (let isFirst = true; left > 0 && !cli.terminal.signal.aborted; isFirst = false) {
    const { data } = answerOf(await cli.server.api.GET("/api/events", { params: { query } }));
    const fresh = data.filter(({ id }) => !seen.has(id)).reverse();
    for (const { id } of data) seen.add(id);
    for (const event of (isFirst && last < fresh.length ? fresh.slice(fresh.length - last) : fresh).slice(0, left)) {
      cli.output.line(event, eventLine(event));
      left--;
    }
    forgetOldest(seen);
    if (left > 0) await sleep(POLL_MS, undefined, { signal: cli.terminal.signal }).catch(() => {});
  }
}

/** Only what may be on the next page is kept. */
function forgetOldest(seen: Set<string>): void {
  for (const id of seen) {
    if (seen.size <= 20 * PAGE) return;
    seen.delete(id);
  }
}

function eventLine({ timestamp, name, endUser, personId, properties }: Event): string {
  const who = endUser ? personName(endUser) : personId;
  const more = Object.keys(properties).length === 0 ? "" : `\t${JSON.stringify(properties)}`;
  return `${timestamp}\t${name}\t${who}${more}`;
}
