import { type Beta, betaBelow, betaDensity } from "./beta.ts";

/** How many people took a path, and how many of them reached the goal. */
export type PathCount = { readonly entered: number; readonly converted: number };

/** The distribution of a path's rate after the observed counts, from a uniform prior. */
function posterior({ entered, converted }: PathCount): Beta {
  const reached = Math.min(converted, entered);
  return { a: reached + 1, b: entered - reached + 1 };
}

const PANELS = 64;
/** Half width of the integration range in standard deviations; the rest is below the precision of a double. */
const REACH = 9;

/** Five-point Gauss-Legendre quadrature on -1 to 1: [position, weight]. */
const POINTS = [
  [-0.906179845938664, 0.23692688505618908],
  [-0.5384693101056831, 0.47862867049936647],
  [0, 0.5688888888888889],
  [0.5384693101056831, 0.47862867049936647],
  [0.906179845938664, 0.23692688505618908],
] as const;

/**
 * The probability of each path that its true rate is the highest, given the counts. It is integrated, not sampled, so
 * that the same counts give the same result. The probabilities sum to 1; a single path has 1.
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
  // A tail next to 0 or 1 decreases by a power law instead of exponentially, so a wider range is integrated.
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
