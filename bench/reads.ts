import { availableParallelism, cpus } from "node:os";
import type { Context } from "#services";
import { machine, openGround, percentile, show } from "./ground.ts";
import { fillReads } from "./reads/fill.ts";
import { measuredReads } from "./reads/measured.ts";
import { printRow } from "./rounds.ts";

/**
 * What the pages read, with 2,000 people and with many (R51): `node bench/reads.ts 1000000 30` takes people and rounds. Ends
 * with 1 if a read of many takes more than twice as long as one of few and more than 25 ms, or p95 is above 60 ms; pages deep
 * inside a list may take 150 ms.
 */
const MANY = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = Number(process.argv[3] ?? 30);
const FEW = 2_000;
const WARM = 6;
const LIMITS = { ratio: 2, medianMs: 25, p95Ms: 60, deepMs: 150 };

type Times = { readonly name: string; readonly isDeep: boolean; readonly p50: number; readonly p95: number };

async function timesWith(people: number): Promise<Times[]> {
  const ground = await openGround();
  const ctx: Context = {
    database: ground.database,
    workspaceId: ground.workspaceId,
    actor: { kind: "system", id: "bench", role: "owner" },
  };
  const began = performance.now();
  const filled = await fillReads(ground, people);
  console.log(`${show(people)} people, filled in ${show((performance.now() - began) / 1_000)} s`);
  const times: Times[] = [];
  for (const { name, isDeep = false, read } of measuredReads(ctx, filled)) {
    const taken: number[] = [];
    for (let round = -WARM; round < ROUNDS; round += 1) {
      const start = performance.now();
      await read();
      if (round >= 0) taken.push(performance.now() - start);
    }
    times.push({ name, isDeep, p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) });
  }
  await ground.close();
  return times;
}

const few = await timesWith(FEW);
const many = await timesWith(MANY);
const ms = (value: number) => `${value.toFixed(1)} ms`;
let isMet = true;
for (const [index, { name, isDeep, p50, p95 }] of many.entries()) {
  const before = few[index]?.p50 ?? Number.NaN;
  const ratio = p50 / before;
  const holds = isDeep
    ? p50 <= LIMITS.deepMs
    : (ratio <= LIMITS.ratio || p50 <= LIMITS.medianMs) && p95 <= LIMITS.p95Ms;
  isMet &&= holds;
  printRow({
    name: `read: ${name}`,
    measured: `${ms(p50)} p50, ${ms(p95)} p95`,
    against: `${ms(before)} with ${show(FEW)} people`,
    figure: `${ratio.toFixed(1)} ×`,
    bound: isDeep ? `≤ ${LIMITS.deepMs} ms` : `≤ ${LIMITS.ratio} × or ≤ ${LIMITS.medianMs} ms`,
    met: holds,
  });
}
console.log(`${machine()}, ${availableParallelism()} of ${cpus().length} cores`);
process.exitCode = isMet ? 0 : 1;
