import { answerOf } from "#sdk/node";
import { readCount } from "../arguments.ts";
import type { Cli } from "../cli.ts";
import type { Register } from "../register.ts";

type Flags = { readonly events: string; readonly people: string };

const BATCH = 100;
const SINGLE = 20;
const EVENT = "sojourn_bench";

export const bench: Register = (command, bind) => {
  command
    .option("--events <count>", "Send so many", "1000")
    .option("--people <count>", "Of so many people, who are called bench-0, bench-1 …", "100")
    .action(bind(measure));
};

/** Measures how fast the server stores events: in batches, one request after the other, and alone. */
async function measure(cli: Cli, flags: Flags): Promise<void> {
  const events = readCount("--events", flags.events, 1_000_000);
  const people = readCount("--people", flags.people, 100_000);
  const what = `${events + SINGLE} events app.${EVENT} of ${people} people`;
  if (cli.isPlan) return cli.output.data({ plan: "bench", events, people }, `Would store ${what}.\n`);
  await cli.confirm(`This stores ${what} in the workspace of ${cli.server.url}.`);
  const started = performance.now();
  for (let first = 0; first < events; first += BATCH) {
    const size = Math.min(BATCH, events - first);
    const batch = Array.from({ length: size }, (_, n) => messageOf((first + n) % people));
    answerOf(await cli.server.api.POST("/api/batch", { body: { batch } }));
  }
  const seconds = (performance.now() - started) / 1000;
  const latencies = await measureSingle(cli, people);
  const value = {
    events,
    seconds: rounded(seconds, 3),
    eventsPerSecond: Math.round(events / seconds),
    single: { p50Ms: at(latencies, 0.5), p95Ms: at(latencies, 0.95) },
  };
  const rows = [
    ["events in batches", `${value.eventsPerSecond} a second`],
    ["one event, median", `${value.single.p50Ms} ms`],
    ["one event, p95", `${value.single.p95Ms} ms`],
  ];
  cli.output.table(value, { heading: ["WHAT", "FIGURE"], rows });
}

const messageOf = (person: number) => ({ type: "track" as const, userId: `bench-${person}`, event: EVENT });

async function measureSingle({ server }: Cli, people: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < SINGLE; n++) {
    const started = performance.now();
    const { userId, event } = messageOf(n % people);
    answerOf(await server.api.POST("/api/track", { body: { userId, event } }));
    times.push(performance.now() - started);
  }
  return times.sort((one, other) => one - other);
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const at = (sorted: readonly number[], share: number): number =>
  rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0, 1);
