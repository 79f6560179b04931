/** Tasks that behave badly, for tests. */
export const double = (value: number): number => value * 2;

export function never(): void {
  for (;;);
}

export function fail(message: string): void {
  throw new RangeError(message);
}

export function fill(): number {
  const kept: number[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, n) => n + 0.5));
}

export const uncopyable = () => () => 1;

export const environment = () => Object.keys(process.env);
