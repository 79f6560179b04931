import type { Person } from "#data";

/** People as rows of a file: a column for every trait that one of them has. */
export function personRows(people: readonly Person[]): Record<string, unknown>[] {
  const traits = [...new Set(people.flatMap((person) => Object.keys(person.traits)))].sort();
  return people.map((person) => ({
    id: person.id,
    externalId: person.externalId,
    anonymousId: person.anonymousId,
    stage: person.stage,
    tags: person.tags.join(" "),
    segments: person.segments.map(({ key }) => key).join(" "),
    createdAt: person.createdAt,
    lastSeenAt: person.lastSeenAt,
    ...Object.fromEntries(traits.map((trait) => [`traits.${trait}`, written(person.traits[trait])])),
  }));
}

const written = (value: unknown) => (typeof value === "object" && value !== null ? JSON.stringify(value) : value);
