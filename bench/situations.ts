import { machine } from "./ground.ts";
import { kills } from "./situations/kills.ts";
import { late } from "./situations/late.ts";
import { repeat } from "./situations/repeat.ts";
import { walk } from "./situations/walk.ts";

/**
 * Four situations in which a comparable journey tool, on such a machine, advanced 140 people a second, ended one-minute
 * waits 30 s late on average, enrolled 474 of 500 people twice on a repeated entry event, and lost people on worker
 * kills. All four, or one of them: `node bench/situations.ts late 1000000 5000`.
 */
const SITUATIONS = {
  walk: ([people = 100_000]: number[]) => walk(people),
  late: ([parked = 1_000_000, people = 5_000]: number[]) => late(parked, people),
  repeat: ([people = 500]: number[]) => repeat(people),
  kills: ([people = 5_000, times = 12]: number[]) => kills(people, times),
} as const;

const [name, ...numbers] = process.argv.slice(2);
const chosen = Object.entries(SITUATIONS).filter(([each]) => name === undefined || each === name);
if (chosen.length === 0) throw new Error(`There are ${Object.keys(SITUATIONS).join(", ")}.`);
for (const [, run] of chosen) await run(numbers.map(Number));
console.log(machine());
