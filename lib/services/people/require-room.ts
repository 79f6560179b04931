import { growsTooLarge, MOST_TRAIT_BYTES, withTraits } from "#engine";
import { invalidField } from "#services";

type Traits = Readonly<Record<string, unknown>>;

/** Refuses a change that makes a person's traits too large (S27). */
export function requireRoom(before: Traits, change: Traits | undefined): void {
  if (change === undefined || !growsTooLarge(before, withTraits(before, change))) return;
  const limit = `${MOST_TRAIT_BYTES / 1_024} KB`;
  throw invalidField(["traits"], `would make the person's traits larger than ${limit} as JSON`);
}
