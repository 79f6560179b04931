import type { SegmentDefinition } from "#engine";

/** Names by reference. Current keys take precedence over former ones: a former key may belong to another segment now. */
export function segmentNames(segments: readonly SegmentDefinition[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { formerKeys, name, key } of segments)
    for (const former of formerKeys ?? []) names.set(former, name ?? key);
  for (const { number, name, key } of segments) names.set(String(number), name ?? key);
  for (const { name, key } of segments) names.set(key, name ?? key);
  for (const { id, name, key } of segments) names.set(id, name ?? key);
  return names;
}
