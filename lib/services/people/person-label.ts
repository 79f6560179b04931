/** A short label of a person: name, email or id. */
export function personLabel(person: {
  external_id: string | null;
  anonymous_id: string | null;
  traits: Record<string, unknown> | null;
}): string {
  const { name, email } = person.traits ?? {};
  for (const candidate of [name, email, person.external_id]) {
    if (typeof candidate === "string" && candidate.trim() !== "") return candidate;
  }
  return person.anonymous_id ? `Visitor ${person.anonymous_id.slice(0, 8)}` : "Unknown";
}
