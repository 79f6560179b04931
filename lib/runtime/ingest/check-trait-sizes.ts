import { growsTooLarge, MOST_TRAIT_BYTES, withTraits } from "#engine";
import { readTraitSizes, readTraits } from "#store/people";
import type { Connection } from "#store/sql";
import { type IngestItem, IngestProblem } from "./item.ts";

/** One change of a person's traits, with the index of its item. */
export type TraitChange = {
  readonly index: number;
  /** `null`: a new person, identified by `key`. */
  readonly personId: string | null;
  readonly key: string;
  readonly item: IngestItem;
  readonly traits: Readonly<Record<string, unknown>>;
};

/**
 * Refuses an item that would make its person's traits too large, before anything is written (S27). An upper bound of
 * the sizes is checked first, which is enough for nearly everybody. The traits themselves are read only where that
 * bound is too large.
 */
export async function checkTraitSizes(sql: Connection, changes: readonly TraitChange[]): Promise<void> {
  for (const change of changes) if (bytesOf(change.traits) > MOST_TRAIT_BYTES) throw tooLarge(change);
  const [unknown, named] = [changes.filter(isNew), changes.filter((change) => !isNew(change))];
  for (const own of Map.groupBy(unknown, ({ key }) => key).values()) checkInOrder({}, own);
  const known = Map.groupBy(named, ({ personId }) => personId ?? "");
  if (known.size === 0) return;
  const sizes = await readTraitSizes(sql, [...known.keys()]);
  const large = sizes.flatMap(({ personId, bytes }) => {
    const added = (known.get(personId) ?? []).reduce((sum, { traits }) => sum + bytesOf(traits), 0);
    return bytes + added > MOST_TRAIT_BYTES ? [personId] : [];
  });
  if (large.length === 0) return;
  for (const { personId, traits, patches } of await readTraits(sql, large)) {
    const waiting = patches.reduce<Record<string, unknown>>(withTraits, traits);
    checkInOrder(waiting, known.get(personId) ?? []);
  }
}

const bytesOf = (traits: TraitChange["traits"]): number => Buffer.byteLength(JSON.stringify(traits));
const isNew = ({ personId }: TraitChange): boolean => personId === null;

function checkInOrder(before: Readonly<Record<string, unknown>>, changes: readonly TraitChange[]): void {
  if (changes.length === 1 && Object.keys(before).length === 0) return;
  let now = before;
  for (const change of changes) {
    const next = withTraits(now, change.traits);
    if (growsTooLarge(now, next)) throw tooLarge(change);
    now = next;
  }
}

function tooLarge({ index, item }: TraitChange): IngestProblem {
  // The traits of a group call are stored under a trait of their own.
  const field = item.traits === undefined ? "properties" : "traits";
  return new IngestProblem(index, field, `would make the person's traits larger than ${MOST_TRAIT_BYTES / 1_024} KB`);
}
