/** `DE_at` as `de-AT`: a language tag in its usual form; null if it is none. */
export function languageTag(written: unknown): string | null {
  if (typeof written !== "string") return null;
  const [first = "", ...rest] = written.trim().replaceAll("_", "-").split(/[.@]/)[0]?.split("-") ?? [];
  if (!/^[a-z]{2,3}$/i.test(first)) return null;
  const parts = rest.filter((part) => /^[a-z0-9]{2,8}$/i.test(part));
  return [first.toLowerCase(), ...parts.map(usualCase)].join("-");
}

/** A region in capitals, a script with one capital letter. */
function usualCase(part: string): string {
  if (part.length === 2) return part.toUpperCase();
  return part.length === 4 ? part.charAt(0).toUpperCase() + part.slice(1).toLowerCase() : part.toLowerCase();
}

/** The languages to try for a person, best first: their own, it without its region, then the workspace's in its order. */
export function languageChain(wanted: unknown, workspace: readonly string[]): string[] {
  const chain: string[] = [];
  for (let tag = languageTag(wanted) ?? ""; tag !== ""; tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-"))))
    chain.push(tag);
  return [...new Set([...chain, ...workspace.flatMap((tag) => languageTag(tag) ?? [])])];
}

/**
 * The language in which a person gets a mail, or null for the main text. The main language ends the search too: who
 * speaks it gets no other one.
 */
export function chooseLanguage(
  chain: readonly string[],
  main: string | null,
  available: ReadonlySet<string> | readonly string[],
): string | null {
  const has = new Set(available);
  for (const tag of chain) {
    if (tag === main) return null;
    if (has.has(tag)) return tag;
  }
  return null;
}

/** The language of a person: the trait `language`, else `locale`. */
export function personLanguage(traits: Readonly<Record<string, unknown>>): string | null {
  return languageTag(traits.language) ?? languageTag(traits.locale);
}

/** The languages that a workspace writes in, from its settings; the first is its main one. */
export function workspaceLanguages(settings: Readonly<Record<string, unknown>>): string[] {
  const { languages } = settings;
  return Array.isArray(languages) ? languages.flatMap((tag) => languageTag(tag) ?? []) : [];
}

/** Languages of the workspace in which a mail is not written. */
export function missingLanguages(wanted: readonly string[], main: string | null, written: readonly string[]): string[] {
  const has = new Set([...written, main ?? wanted[0] ?? ""]);
  return wanted.filter((tag) => !has.has(tag));
}
