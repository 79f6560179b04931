import { percentile, show } from "./ground.ts";

export type Comparison = {
  readonly name: string;
  readonly rounds: number;
  /** How many of `unit` each round does. */
  readonly amount: number;
  readonly unit: string;
  readonly atLeast: number;
  /** Seconds that the product took. */
  readonly engine: (round: number) => Promise<number>;
  /** Seconds that the same rows took without it. */
  readonly floor: (round: number) => Promise<number>;
};

/**
 * The product and its floor take turns, so that a bad minute of the machine meets both; figures are medians, the ratio is
 * the median of the rounds' ratios. Prints a row of the table.
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
  /** The floor, or what else it is compared with. */
  readonly against: string;
  readonly figure: string;
  readonly bound: string;
  readonly met: boolean;
};

/** A row of the table that `node bench/all.ts` puts together. */
export function printRow({ name, measured, against, figure, bound, met }: Row): void {
  console.log(`| ${name} | ${measured} | ${against} | ${figure} | ${bound} | ${met ? "yes" : "**no**"} |`);
}

export async function measure(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return (performance.now() - started) / 1_000;
}
