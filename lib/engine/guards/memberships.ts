import { objectsIn, type Rule } from "#journey";
import type { Person, SegmentDefinition } from "../advance-input.ts";
import type { EpochMs } from "../signal.ts";
import { ruleContextOf, type Subject } from "./evaluate-rules.ts";
import { holds } from "./rules.ts";
import { segmentId } from "./segments.ts";

/** The segments that a person joins by rules, and those that the person leaves. */
export type Memberships = {
  readonly joins: readonly string[];
  readonly leaves: readonly string[];
  /** When time alone may change one of them (epoch ms); null = never. */
  readonly recheckAt: EpochMs | null;
};

type Segments = ReadonlyMap<string, SegmentDefinition>;

/** Evaluates the given segments in order; each one sees the results of the segments it refers to (R21, R24). */
export function judgeMemberships(ordered: readonly SegmentDefinition[], subject: Subject): Memberships {
  const joins: string[] = [];
  const leaves: string[] = [];
  let person: Person = subject.person;
  let recheckAt: EpochMs | null = null;
  for (const segment of ordered) {
    const facts = ruleContextOf({ ...subject, person });
    const inside = person.segments.includes(segment.id);
    const belongs = holds(segment.rules as Rule, facts);
    // If an evaluation failed the result is unknown, so the membership does not change.
    if (facts.errors.length > 0) continue;
    if (facts.recheckAt !== null && (recheckAt === null || facts.recheckAt < recheckAt)) recheckAt = facts.recheckAt;
    if (belongs === inside) continue;
    (belongs ? joins : leaves).push(segment.id);
    const { segments } = person;
    person = {
      ...person,
      segments: belongs ? [...segments, segment.id] : segments.filter((id) => id !== segment.id),
    };
  }
  return { joins, leaves, recheckAt };
}

const orders = new WeakMap<Segments, readonly SegmentDefinition[]>();

/** Segments with rules, each after the segments that its rules name; in a circle the lowest number comes first. */
export function segmentsInOrder(segments: Segments | undefined): readonly SegmentDefinition[] {
  if (segments === undefined) return [];
  let order = orders.get(segments);
  if (order === undefined) {
    order = sort(segments);
    orders.set(segments, order);
  }
  return order;
}

/** A segment and the segments that its rules refer to, in order: a build of the segment has to evaluate them all. */
export function segmentWithSources(id: string, segments: Segments): readonly SegmentDefinition[] {
  const wanted = new Set<string>();
  const add = (one: string) => {
    const segment = segments.get(one);
    if (segment === undefined || wanted.has(one)) return;
    wanted.add(one);
    for (const source of sourcesOf(segment, segments)) add(source);
  };
  add(id);
  return segmentsInOrder(segments).filter((segment) => wanted.has(segment.id));
}

function sort(segments: Segments): SegmentDefinition[] {
  const ruled = [...segments.values()].filter((segment) => segment.rules !== null && segment.rules !== undefined);
  const order: SegmentDefinition[] = [];
  const seen = new Set<string>();
  const place = (segment: SegmentDefinition) => {
    if (seen.has(segment.id)) return;
    seen.add(segment.id);
    for (const source of sourcesOf(segment, segments)) {
      const found = segments.get(source);
      if (found?.rules) place(found);
    }
    order.push(segment);
  };
  for (const segment of ruled.sort((left, right) => left.number - right.number)) place(segment);
  return order;
}

function sourcesOf(segment: SegmentDefinition, segments: Segments): string[] {
  return referencesIn(segment.rules).flatMap((reference) => segmentId(reference, segments) ?? []);
}

/** The references to segments in rules: ids, keys or numbers. */
export function referencesIn(rules: unknown): string[] {
  return [...objectsIn(rules)].flatMap(({ object }) => ("segment" in object ? [String(object.segment)] : []));
}
