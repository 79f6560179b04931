import { ByteCache } from "#caches";
import type { EventRule } from "#journey";
import { isMoment } from "#times";
import { beginningOf } from "#values";
import type { EpochMs } from "../signal.ts";

/** What a guard may read, and what its evaluation records for the receipt. */
export type RuleContext = {
  /** The names an expression may use, except `now`. */
  readonly scope: Readonly<Record<string, unknown>>;
  readonly at: EpochMs;
  /** The zone in which dates are read and compared. */
  readonly zone: string;
  readonly countEvents: (rule: EventRule, facts: RuleContext) => number;
  readonly inSegment: (reference: string) => boolean;
  /** The earliest time at which time alone may change the answer (epoch ms); null = never. */
  recheckAt: EpochMs | null;
  /** Values that were read, by path; null = no receipt is needed. */
  seen: Record<string, unknown> | null;
  errors: string[];
};

const LONGEST_SEEN = 200;

/** Records a value for the receipt; long values are cut, because receipts must stay small. */
export function note(facts: RuleContext, path: string, value: unknown): void {
  if (facts.seen === null) return;
  facts.seen[path] =
    typeof value === "string" && value.length > LONGEST_SEEN ? `${beginningOf(value, LONGEST_SEEN)}…` : (value ?? null);
}

/** Requests an evaluation at `at` (epoch ms), unless an earlier one is requested. */
export function recheck(facts: RuleContext, at: EpochMs): void {
  if (!isMoment(at)) return;
  if (facts.recheckAt === null || at < facts.recheckAt) facts.recheckAt = at;
}

type Path = { readonly head: string; readonly rest: string } | null;

/** Paths are split once and cached: key texts created at every look-up would also have to be hashed every time. */
const paths = new ByteCache<Path>(4 * 1024 * 1024, (path) => 2 * path.length + 100);

function cut(path: string): Path {
  let known = paths.get(path);
  if (known === undefined) {
    const dot = path.indexOf(".");
    known = dot < 0 ? null : { head: path.slice(0, dot), rest: path.slice(dot + 1) };
    paths.set(path, known);
  }
  return known;
}

/** Follows a dotted path through plain JSON; keys may contain dots. */
export function lookUp(root: unknown, path: string): unknown {
  if (typeof root !== "object" || root === null) return undefined;
  const object = root as Record<string, unknown>;
  if (Object.hasOwn(object, path)) return object[path];
  const parts = cut(path);
  if (parts === null) return undefined;
  return Object.hasOwn(object, parts.head) ? lookUp(object[parts.head], parts.rest) : undefined;
}
