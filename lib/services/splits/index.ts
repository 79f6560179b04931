/** How the paths of a journey's splits compare, and which of them people are sent by. */
export { endPromotion } from "./end-promotion.ts";
export { listSplits } from "./list-splits.ts";
export { promoteBranch } from "./promote-branch.ts";
export { PromoteInput, Split } from "./schema.ts";
