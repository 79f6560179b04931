import { hashText } from "#values";

/**
 * Whether a person belongs to a share who are held out. `bucketKey` is the person's id, or after a merge that of the
 * elder of the two (R39), so that a person stays on their side; `of` is the workspace or the journey. A larger share
 * holds the same people, and more.
 */
export function isHeldOut(bucketKey: string, of: string, percent: number): boolean {
  const [high] = hashText(`holdout:${of}:${bucketKey}`);
  return high / 2 ** 32 < percent / 100;
}
