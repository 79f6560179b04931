import type { Person, SegmentDefinition } from "../advance-input.ts";
import type { Pins } from "../program.ts";

type Segments = ReadonlyMap<string, SegmentDefinition>;
type Names = Pins["segments"];

/**
 * Tests membership by id, key or number; a pinned name means the segment that had this name when the version was frozen
 * (R46).
 */
export function segmentTest(
  person: Person,
  segments: Segments | undefined,
  pins: Names | undefined,
): (reference: string) => boolean {
  return (reference) => {
    const pinned = pins?.[reference];
    if (pinned !== undefined) return person.segments.includes(pinned);
    if (person.segments.includes(reference)) return true;
    if (segments === undefined || person.segments.length === 0) return false;
    const id = namesOf(segments).ids.get(reference);
    return id !== undefined && person.segments.includes(id);
  };
}

/** The value of `segments` in expressions: the ids, and all names by which documents may refer to those segments. */
export function segmentNames(
  person: Person,
  segments: Segments | undefined,
  pins: Names | undefined,
): readonly string[] {
  if (segments === undefined || person.segments.length === 0) return person.segments;
  const known = namesOf(segments);
  const pinned = pins === undefined ? undefined : writtenFor(pins);
  return person.segments.flatMap((id) => {
    const now = known.names.get(id) ?? [];
    if (pins === undefined) return [id, ...now];
    return [id, ...(pinned?.get(id) ?? []), ...now.filter((name) => pins[name] === undefined)];
  });
}

/** The id that a reference means; null = the segment does not exist, or no longer. */
export function segmentId(reference: string, segments: Segments | undefined, pins?: Names): string | null {
  const pinned = pins?.[reference];
  if (segments === undefined) return pinned ?? reference;
  if (pinned !== undefined) return segments.has(pinned) ? pinned : null;
  return segments.has(reference) ? reference : (namesOf(segments).ids.get(reference) ?? null);
}

type Known = { readonly ids: ReadonlyMap<string, string>; readonly names: ReadonlyMap<string, readonly string[]> };

const known = new WeakMap<Segments, Known>();

/** Ids by key, by former key unless another segment uses it now, and by number; computed once per map. */
function namesOf(segments: Segments): Known {
  let made = known.get(segments);
  if (made === undefined) {
    const ids = new Map<string, string>();
    const add = (name: string, id: string) => ids.has(name) || ids.set(name, id);
    for (const { id, key } of segments.values()) add(key, id);
    for (const { id, formerKeys = [] } of segments.values()) for (const key of formerKeys) add(key, id);
    const names = Map.groupBy(ids.keys(), (name) => ids.get(name) ?? "");
    for (const { id, number } of segments.values()) add(String(number), id);
    made = { ids, names };
    known.set(segments, made);
  }
  return made;
}

const written = new WeakMap<Names, ReadonlyMap<string, readonly string[]>>();

function writtenFor(pins: Names): ReadonlyMap<string, readonly string[]> {
  let made = written.get(pins);
  if (made === undefined) {
    made = Map.groupBy(Object.keys(pins), (name) => pins[name] ?? "");
    written.set(pins, made);
  }
  return made;
}
