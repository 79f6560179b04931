/** How the paths of a journey's splits compare, and the shares by which new people are assigned. */
export { endPromotion } from "./end-promotion.ts";
export { listSplits } from "./list-splits.ts";
export { promoteBranch } from "./promote-branch.ts";
export { PromoteInput, Split } from "./schema.ts";
