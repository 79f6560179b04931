import { type Ground, percentile, show } from "./ground.ts";
import { printParts } from "./processor-time.ts";

export type Comparison = {
  readonly name: string;
  readonly rounds: number;
  /** How many of `unit` each round does. */
  readonly amount: number;
  readonly unit: string;
  readonly atLeast: number;
  /** Seconds of the product. */
  readonly engine: (round: number) => Promise<number>;
  /** Seconds for the same rows without it. */
  readonly floor: (round: number) => Promise<number>;
};

/**
 * Alternates between the product and its floor, so that a slow minute of the machine affects both; figures are medians,
 * the ratio is the median of the rounds' ratios. Prints a row of the table.
 */
export async function takeTurns({ name, rounds, amount, unit, atLeast, engine, floor }: Comparison): Promise<void> {
  const seen: { engine: number; floor: number; ratio: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const took = await engine(round);
    const bare = await floor(round);
    seen.push({ engine: amount / took, floor: amount / bare, ratio: bare / took });
    console.log(
      `round ${round + 1}: ${show(amount / took)} ${unit}/s, floor ${show(amount / bare)}, ratio ${(bare / took).toFixed(2)}`,
    );
  }
  const median = (of: (round: (typeof seen)[number]) => number) => percentile(seen.map(of), 0.5);
  const ratio = median((round) => round.ratio);
  printRow({
    name,
    measured: `${show(median((round) => round.engine))} ${unit}/s`,
    against: `${show(median((round) => round.floor))} ${unit}/s`,
    figure: ratio.toFixed(2),
    bound: `≥ ${atLeast.toFixed(2)}`,
    met: ratio >= atLeast,
  });
}

export type Row = {
  readonly name: string;
  readonly measured: string;
  /** The floor, or another comparison. */
  readonly against: string;
  readonly figure: string;
  readonly bound: string;
  readonly met: boolean;
};

/** Prints a row of a table, and hands it to `bench/figures.ts` if that started this process. */
export function printRow(row: Row): void {
  const { name, measured, against, figure, bound, met } = row;
  process.send?.(row);
  console.log(`| ${name} | ${measured} | ${against} | ${figure} | ${bound} | ${met ? "yes" : "**no**"} |`);
}

export async function measure(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return (performance.now() - started) / 1_000;
}

/**
 * Runs `run` and prints the processor time it took for each of `amount` units, in microseconds: on a busy machine this
 * differs far less between runs than seconds do, so two builds are compared by it.
 */
export async function measureBoth(ground: Ground, amount: number, run: () => Promise<unknown>): Promise<number> {
  const before = await ground.processorParts();
  const seconds = await measure(run);
  printParts(before, await ground.processorParts(), amount);
  return seconds;
}
