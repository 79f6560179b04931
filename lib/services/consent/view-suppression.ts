import { iso, isoOrNull } from "#services";
import type { SuppressionRow } from "#store/suppressions";
import type { Suppression } from "./schema.ts";

export const viewSuppression = ({ at, decaysAt, liftedAt, ...row }: SuppressionRow): Suppression => ({
  ...row,
  at: iso(at),
  until: isoOrNull(decaysAt),
  liftedAt: isoOrNull(liftedAt),
});
