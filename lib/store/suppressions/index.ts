export type { AddressOf } from "./address-key.ts";
export { listSuppressions, type SuppressionFilter } from "./list.ts";
export { readSuppressionHistory, readSuppressions, type SuppressionRow } from "./read.ts";
export { countSoftBounce, forgetSoftBounces, type SoftBouncePolicy } from "./soft-bounces.ts";
export { liftSuppression, type NewSuppression, recordSuppression, recordSuppressions } from "./write.ts";
