import { type KnownValues, wholeWords } from "./known-values.ts";
import type { Masking } from "./masking-of.ts";

const MASK = "•••";

/** Objects whose keys people chose: there a key with the name of a trait is the trait, or a copy of it. */
const FREE = new Set(
  "traits properties variables context payload patch seen trigger detail response answers receipt fields".split(" "),
);
/** What a message says and where it goes; it may repeat a value that the person had at the time. */
const OF_MESSAGES = new Set(["recipient", "subject", "html", "text"]);
const ADDRESSES = ["email", "phone"];

type Place = { readonly isFree: boolean; readonly isMessage: boolean };

/** An answer without the values of masked traits. The shape stays; values of any type become the text `•••`. */
export function maskValue(answer: unknown, { traits }: Masking, known: KnownValues): unknown {
  const hasAddress = ADDRESSES.some((trait) => traits.has(trait));
  const names = new RegExp(wholeWords([...traits]), "iu");

  const text = (value: string): string => {
    const masked = known.long ? value.replace(known.long, MASK) : value;
    return known.short && names.test(masked) ? masked.replace(known.short, MASK) : masked;
  };

  /** A trait, or a path through one: `traits.home.city`, `event.properties.email`. */
  const namesTrait = (path: string): boolean =>
    traits.has(path) ||
    path
      .split(".")
      .slice(1)
      .some((part) => traits.has(part));

  const isTrait = (key: string, { isFree }: Place): boolean => {
    if (isFree && namesTrait(key)) return true;
    // Receipts name what they saw by its path.
    const path = /^(?:before\.|after\.|person\.)?traits\.([^.]+)/.exec(key)?.[1];
    return path !== undefined && traits.has(path);
  };

  const isHidden = (key: string, part: unknown, place: Place): boolean => {
    if (isTrait(key, place)) return true;
    if (place.isMessage && OF_MESSAGES.has(key)) return true;
    // The label of somebody whom the answer does not name by id.
    if (traits.has("email") && key === "personLabel" && typeof part === "string" && part.includes("@")) return true;
    return hasAddress && key === "address";
  };

  const walk = (value: unknown, place: Place): unknown => {
    if (typeof value === "string") return text(value);
    if (typeof value === "number" || typeof value === "bigint")
      return known.long && text(String(value)) !== String(value) ? MASK : value;
    if (Array.isArray(value)) return value.map((part) => walk(part, place));
    if (typeof value !== "object" || value === null) return value;
    const named = value as Readonly<Record<string, unknown>>;
    const isOfTrait = ["name", "field", "path"].some((key) => namesTrait(String(named[key])));
    // A sample of a refused message is its JSON as one text, from any sender.
    const isMessage = "recipient" in named || ("text" in named && "anonymousId" in named);
    return Object.fromEntries(
      Object.entries(named).map(([key, part]) => {
        if (part === null || part === undefined) return [key, part];
        if (isHidden(key, part, { ...place, isMessage })) return [key, MASK];
        // Values that a catalog shows of a trait.
        if (isOfTrait && key === "values") return [key, []];
        if (isOfTrait && ["value", "seen", "sample", "example"].includes(key)) return [key, MASK];
        // A label is a name or an address as a whole, however short.
        if (key === "personLabel" && typeof part === "string" && known.short)
          return [key, text(part).replace(known.short, MASK)];
        return [key, walk(part, { isFree: place.isFree || FREE.has(key), isMessage: false })];
      }),
    );
  };
  return walk(answer, { isFree: false, isMessage: false });
}
