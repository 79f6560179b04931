import type { PathCount } from "./best.ts";

/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/** Share, 0 to 1, of the people on the path who reached the goal; 0 when nobody took it. */
export function rateOf({ entered, converted }: PathCount): number {
  return entered === 0 ? 0 : Math.min(1, converted / entered);
}

/** Wilson's 95 % interval of the rate (0 to 1): also valid for few people and for rates near 0 and 1. */
export function rateInterval({ entered, converted }: PathCount): [number, number] {
  if (entered === 0) return [0, 1];
  const rate = Math.min(1, converted / entered);
  const spread = (Z * Z) / entered;
  const middle = (rate + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((rate * (1 - rate)) / entered + spread / (4 * entered))) / (1 + spread);
  return [rate === 0 ? 0 : Math.max(0, middle - half), rate === 1 ? 1 : Math.min(1, middle + half)];
}

/** The relative difference to the control's rate (0.1 = 10 % better), with its 95 % interval (Katz). */
export type Lift = { readonly value: number; readonly interval: [number, number] };

/** Null while either has no conversion: the ratio is then undefined. */
export function liftOver(control: PathCount, path: PathCount): Lift | null {
  if (path.converted === 0 || control.converted === 0) return null;
  const [own, base] = [rateOf(path), rateOf(control)];
  const ratio = own / base;
  const error = Z * Math.sqrt((1 - own) / path.converted + (1 - base) / control.converted);
  return { value: ratio - 1, interval: [ratio * Math.exp(-error) - 1, ratio * Math.exp(error) - 1] };
}
