import type { Account } from "#store/accounts";

/**
 * The events of a change of an account, in order. The first time there are no other events than its creation and its
 * classification: nothing was upgraded.
 */
export function accountEvents(
  before: Account & { readonly isNew: boolean },
  after: Account,
  tiers: readonly string[],
): string[] {
  const isClassified = after.classification !== null && after.classification !== before.classification;
  const became = isClassified ? [`account.classification.became_${after.classification}`] : [];
  if (before.isNew) return ["account.created", ...became];
  const isChanged = (["tier", "tierExpiresAt", "classification"] as const).some(
    (field) => before[field] !== after[field],
  );
  if (!isChanged) return [];
  return ["account.updated", ...tierEvents(before, after, tiers), ...became];
}

/** The order of tiers is a list of the workspace; a tier that is not in it is neither higher nor lower. */
function tierEvents(before: Account, after: Account, tiers: readonly string[]): string[] {
  const [from, to] = [tiers.indexOf(before.tier ?? ""), tiers.indexOf(after.tier ?? "")];
  const moved = before.tier === after.tier || to < 0 || (from < 0 && before.tier !== null) ? 0 : to - from;
  const [earlier, later] = [before.tierExpiresAt, after.tierExpiresAt];
  const isExtended = earlier !== null && later !== null && Date.parse(later) > Date.parse(earlier);
  return [
    ...(moved > 0 ? ["account.tier.upgraded"] : moved < 0 ? ["account.tier.downgraded"] : []),
    ...(isExtended ? ["account.tier.extended"] : []),
  ];
}
