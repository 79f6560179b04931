import { invalidField } from "./errors.ts";

/** A name as a key: small letters, digits and hyphens. */
export function slugOf(name: string, fallback: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return /^[a-z]/.test(slug) ? slug : [fallback, slug].filter(Boolean).join("-");
}

/** The slug itself, or with the first free number appended. */
export function freeKey(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let suffix = 2;
  while (taken.has(`${slug}-${suffix}`)) suffix += 1;
  return `${slug}-${suffix}`;
}

/** The key that was asked for, or the first free one after `slug`. Refuses one that another object of its kind has. */
export function takeKey(asked: string | undefined, slug: string, taken: ReadonlySet<string>): string {
  if (asked === undefined) return freeKey(slug, taken);
  if (taken.has(asked)) throw invalidField(["key"], `The key ${asked} is taken`);
  return asked;
}
