import { type Beta, betaBelow, betaDensity } from "./beta.ts";

/** People who took a path, and those of them who reached the goal. */
export type PathCount = { readonly entered: number; readonly converted: number };

/** What is known of a path's rate, every rate being as likely as any other before the first person. */
function posterior({ entered, converted }: PathCount): Beta {
  const reached = Math.min(converted, entered);
  return { a: reached + 1, b: entered - reached + 1 };
}

const PANELS = 64;
/** Beyond so many standard deviations nothing is left that a double would notice in the sum. */
const REACH = 9;

/** Gauss and Legendre's five points on -1 to 1: [place, weight]. */
const POINTS = [
  [-0.906179845938664, 0.23692688505618908],
  [-0.5384693101056831, 0.47862867049936647],
  [0, 0.5688888888888889],
  [0.5384693101056831, 0.47862867049936647],
  [0.906179845938664, 0.23692688505618908],
] as const;

/**
 * How probable it is of each path that its true rate is the highest, given what was seen: integrated, not drawn, so that
 * the same counts give the same answer. The probabilities sum to 1; a single path is the best for certain.
 */
export function probabilitiesToBeBest(counts: readonly PathCount[]): number[] {
  const rates = counts.map(posterior);
  const below = rates.map(betaBelow);
  const wins = rates.map((rate, index) => {
    const density = betaDensity(rate);
    const [from, to] = reachOf(rate);
    return integrate(from, to, (x) =>
      below.reduce((product, cumulative, other) => (other === index ? product : product * cumulative(x)), density(x)),
    );
  });
  const total = wins.reduce((sum, win) => sum + win, 0);
  return wins.map((win) => win / total);
}

function reachOf({ a, b }: Beta): [number, number] {
  const mean = a / (a + b);
  // A tail that leans on 0 or 1 falls like a power, not like a bell: there more of it is taken.
  const reach = Math.sqrt((mean * (1 - mean)) / (a + b + 1)) * (Math.min(a, b) < 20 ? 4 * REACH : REACH);
  return [Math.max(0, mean - reach), Math.min(1, mean + reach)];
}

function integrate(from: number, to: number, f: (x: number) => number): number {
  const half = (to - from) / PANELS / 2;
  let sum = 0;
  for (let panel = 0; panel < PANELS; panel += 1) {
    const middle = from + (2 * panel + 1) * half;
    for (const [place, weight] of POINTS) sum += weight * f(middle + place * half);
  }
  return sum * half;
}
