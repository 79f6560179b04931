import { usage } from "../exit-codes.ts";
import type { HeadCount } from "./plan.ts";

/** How far head-counts may drift: by a part of the people inside, or by so many. Exact = by none. */
export type Tolerance = { readonly percent: number } | { readonly people: number };

export const EXACT: Tolerance = { people: 0 };

/** `5%` or `20`. */
export function readTolerance(text: string): Tolerance {
  const [, digits = "", sign] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim()) ?? [];
  const number = Number(digits);
  if (digits !== "" && sign === "%" && number <= 100) return { percent: number };
  if (/^\d+$/.test(digits) && sign === "") return { people: number };
  throw usage(`--tolerance is a part such as 5%, or a number of people such as 20, not ${JSON.stringify(text)}.`);
}

/** The head-counts that drifted further than that, in words. */
export function driftOf(planned: HeadCount, now: HeadCount, tolerance: Tolerance): string[] {
  const allowed = "people" in tolerance ? tolerance.people : Math.floor((planned.inside * tolerance.percent) / 100);
  const drifted = (before: number, after: number) => Math.abs(after - before) > allowed;
  const totals = (
    [
      ["inside", "inside"],
      ["move", "to move"],
      ["leave", "to leave"],
      ["dueAtOnce", "to continue at once"],
    ] as const
  ).flatMap(([count, words]) =>
    drifted(planned[count], now[count]) ? [`${planned[count]} people were ${words}, now ${now[count]}`] : [],
  );
  const places = new Map([...planned.steps, ...now.steps].map(({ name, version }) => [placeOf(name, version), name]));
  const at = (counts: HeadCount, place: string) =>
    counts.steps.find(({ name, version }) => placeOf(name, version) === place)?.people ?? 0;
  const steps = [...places].flatMap(([place, name]) => {
    const [before, after] = [at(planned, place), at(now, place)];
    return drifted(before, after) ? [`${before} were on ${name}, now ${after}`] : [];
  });
  return [...totals, ...steps];
}

const placeOf = (name: string, version: number | null): string => `${version ?? ""} ${name}`;
