import type { Person, SegmentFact } from "../turn.ts";

/** Membership by id, key or number. */
export function segmentTest(
  person: Person,
  segments: ReadonlyMap<string, SegmentFact> | undefined,
): (reference: string) => boolean {
  return (reference) => {
    if (person.segments.includes(reference)) return true;
    if (segments === undefined) return false;
    return person.segments.some((id) => {
      const segment = segments.get(id);
      return segment !== undefined && (segment.key === reference || String(segment.number) === reference);
    });
  };
}

/** What `segments` holds in expressions: the ids, and beside them the keys people write. */
export function segmentNames(
  person: Person,
  segments: ReadonlyMap<string, SegmentFact> | undefined,
): readonly string[] {
  if (segments === undefined || person.segments.length === 0) return person.segments;
  return person.segments.flatMap((id) => {
    const key = segments.get(id)?.key;
    return key === undefined ? [id] : [id, key];
  });
}

/** The id a reference means; unknown ones are taken as they are. */
export function segmentId(reference: string, segments: ReadonlyMap<string, SegmentFact> | undefined): string {
  if (segments === undefined || segments.has(reference)) return reference;
  for (const segment of segments.values()) {
    if (segment.key === reference || String(segment.number) === reference) return segment.id;
  }
  return reference;
}
