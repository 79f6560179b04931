import type { Context } from "#services";
import { findIdentity } from "#store/identities";
import { readTraitsOf } from "#store/people";
import type { Masking } from "./masking-of.ts";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Shorter values are words of every text; they are hidden where the trait is named. */
const LEAST_LENGTH = 4;

/** The values of masked traits that an answer may repeat: those of everyone whom it names by id. */
export type KnownValues = { readonly long: RegExp | null; readonly short: RegExp | null };

/** `asked`: the address and the body of the request, which may name people by ids of the application. */
export async function knownValues(
  ctx: Context,
  { traits }: Masking,
  answer: unknown,
  asked: unknown,
): Promise<KnownValues> {
  const ids = new Set<string>();
  collectIds(answer, ids);
  collectIds(asked, ids);
  const names = new Set<string>();
  collectNames(asked, names);
  for (const name of names) {
    const id = await findIdentity(ctx.database.sql, ctx.workspaceId, "external", name);
    if (id !== undefined) ids.add(id);
  }
  const people = await readTraitsOf(ctx.database.sql, ctx.workspaceId, [...ids]);
  const values = new Set<string>();
  for (const person of people) for (const trait of traits) collectTexts(person[trait], values);
  const all = [...values].sort((left, right) => right.length - left.length);
  return {
    long: wordsOf(all.filter((text) => text.length >= LEAST_LENGTH)),
    short: wordsOf(all.filter((text) => text.length < LEAST_LENGTH)),
  };
}

function collectIds(value: unknown, into: Set<string>): void {
  if (typeof value === "string") {
    if (UUID.test(value)) into.add(value.toLowerCase());
  } else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) collectIds(part, into);
  }
}

/** The keys by which requests name people. */
const NAMING = new Set(["id", "userId", "externalId", "endUserId"]);

function collectNames(value: unknown, into: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === "string" && NAMING.has(key) && !UUID.test(part)) into.add(part);
    else collectNames(part, into);
  }
}

function collectTexts(value: unknown, into: Set<string>): void {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) collectTexts(part, into);
  else if (value !== undefined && value !== null && value !== "") into.add(String(value));
}

/** Finds whole words, so that a short plan does not hide half of another word. */
function wordsOf(texts: readonly string[]): RegExp | null {
  if (texts.length === 0) return null;
  return new RegExp(wholeWords(texts), "giu");
}

/** The source of an expression, for the flag `u`, that finds any of the texts as whole words. */
export function wholeWords(texts: readonly string[]): string {
  // With the flag `u` only these characters may be escaped; a hyphen may not.
  const any = texts.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  return `(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`;
}
