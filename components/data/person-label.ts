import type { JsonObject } from "#journey";

export type Labelled = { id: string; externalId?: string | null; anonymousId?: string | null; traits?: JsonObject };

function textTrait(traits: JsonObject | undefined, name: string): string | null {
  const value = traits?.[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** What to call a person: name, e-mail, the owner's own id, else a visitor. */
export function personLabel(person: Labelled): string {
  const { traits } = person;
  const full = [textTrait(traits, "firstName"), textTrait(traits, "lastName")].filter(Boolean).join(" ");
  return (
    textTrait(traits, "name") ??
    (full || null) ??
    textTrait(traits, "email") ??
    person.externalId ??
    `Visitor ${(person.anonymousId ?? person.id).slice(0, 8)}`
  );
}

/** A second line that distinguishes people with the same name; `null` if the label is enough. */
export function personHint(person: Labelled): string | null {
  const label = personLabel(person);
  const email = textTrait(person.traits, "email");
  if (email && email !== label) return email;
  return person.externalId && person.externalId !== label ? person.externalId : null;
}
