import { DAY_MS, HOUR_MS } from "#times";
import { Random } from "../random.ts";

/** When each of `count` people signs up: more from week to week, fewer at weekends, most by day. Sorted, in ms. */
export function signUpTimes(count: number, start: number, end: number): number[] {
  const random = new Random(42);
  const times: number[] = [];
  while (times.length < count) {
    const at = random.between(start, end - HOUR_MS);
    const share = (at - start) / (end - start);
    const day = new Date(at);
    const weekend = day.getUTCDay() % 6 === 0 ? 0.55 : 1;
    const hour = day.getUTCHours();
    const daytime = hour >= 7 && hour <= 21 ? 1 : 0.3;
    const campaign = Math.abs(at - (start + 0.62 * (end - start))) < 1.5 * DAY_MS ? 1.7 : 1;
    if (random.chance(((0.45 + 0.55 * share) * weekend * daytime * campaign) / 1.7)) times.push(at);
  }
  return times.sort((a, b) => a - b);
}
