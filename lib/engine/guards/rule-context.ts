import { ByteCache } from "#caches";
import type { EventRule } from "#journey";
import { isMoment } from "#times";
import { beginningOf } from "#values";
import type { EpochMs } from "../signal.ts";

/** What a guard may look at, and what it leaves behind for the receipt. */
export type RuleContext = {
  /** The names an expression may use, except `now`. */
  readonly scope: Readonly<Record<string, unknown>>;
  readonly at: EpochMs;
  /** Whose clock dates are read and compared by. */
  readonly zone: string;
  readonly countEvents: (rule: EventRule, facts: RuleContext) => number;
  readonly inSegment: (reference: string) => boolean;
  /** Earliest moment at which time alone may change the answer; null = never. */
  recheckAt: EpochMs | null;
  /** Values seen, by path; null = nobody asks. */
  seen: Record<string, unknown> | null;
  errors: string[];
};

const LONGEST_SEEN = 200;

/** Notes a value for the receipt; long ones are cut, as a receipt is to stay small. */
export function note(facts: RuleContext, path: string, value: unknown): void {
  if (facts.seen === null) return;
  facts.seen[path] =
    typeof value === "string" && value.length > LONGEST_SEEN ? `${beginningOf(value, LONGEST_SEEN)}…` : (value ?? null);
}

/** Asks to look again at `at`, if nothing asked for an earlier moment. */
export function recheck(facts: RuleContext, at: EpochMs): void {
  if (!isMoment(at)) return;
  if (facts.recheckAt === null || at < facts.recheckAt) facts.recheckAt = at;
}

type Path = { readonly head: string; readonly rest: string } | null;

/** Cut once: a text made anew for every look-up would be hashed anew as well. */
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

/** Follows a dotted path through plain JSON; keys may hold dots themselves. */
export function lookUp(root: unknown, path: string): unknown {
  if (typeof root !== "object" || root === null) return undefined;
  const object = root as Record<string, unknown>;
  if (Object.hasOwn(object, path)) return object[path];
  const parts = cut(path);
  if (parts === null) return undefined;
  return Object.hasOwn(object, parts.head) ? lookUp(object[parts.head], parts.rest) : undefined;
}
