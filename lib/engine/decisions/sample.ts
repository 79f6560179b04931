import { hashText } from "../ids.ts";
import type { DecisionFlow, Learned } from "./types.ts";

type Words = ReturnType<typeof hashText>;

/** A hash of a text, computed once, so that a draw for each of a thousand offers costs no hashing of texts. */
export type Seed = Words;
export const seedOf = (text: string): Seed => hashText(text);

/** One number that depends only on the two seeds, for a draw between equals. */
export function drawOf([a]: Seed, [b]: Seed): number {
  let mixed = a ^ b;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 2_246_822_507);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3_266_489_909);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A generator of numbers from 0 to below 1 that depends only on the two seeds (sfc32). */
export function generator([a0, b0, c0, d0]: Seed, [a1, b1, c1, d1]: Seed): () => number {
  let a = a0 ^ a1;
  let b = b0 ^ b1;
  let c = c0 ^ c1;
  let d = d0 ^ d1;
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 6; round += 1) next();
  return next;
}

/** How often an offer was shown, and how often that led to the outcome from which the flow learns. */
export function trialsOf(
  learned: Learned | null,
  reward: DecisionFlow["sampling"],
): { readonly shown: number; readonly rewarded: number } {
  const shown = learned?.shown ?? 0;
  const rewarded = (reward === "click" ? learned?.clicks : learned?.conversions) ?? 0;
  return { shown: Math.max(shown, rewarded), rewarded };
}

/** The rate to expect, from a uniform prior: one half while nothing is known. */
export const meanRate = ({ shown, rewarded }: { readonly shown: number; readonly rewarded: number }): number =>
  (rewarded + 1) / (shown + 2);

/** A draw from the distribution of the rate, from a uniform prior: the less is known, the wider it scatters. */
export function drawRate(
  { shown, rewarded }: { readonly shown: number; readonly rewarded: number },
  random: () => number,
): number {
  const won = gamma(rewarded + 1, random);
  const lost = gamma(shown - rewarded + 1, random);
  return won / (won + lost);
}

/** A draw from the gamma distribution with a shape of at least 1, by the method of Marsaglia and Tsang. */
function gamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - random();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
