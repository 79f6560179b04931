export { type AddressOf, addressKeyOf } from "./address-key.ts";
export { listSuppressions, type SuppressionFilter } from "./list.ts";
export { readSuppressionHistory, readSuppressions, type SuppressionRow } from "./read.ts";
export { countSoftBounce, forgetSoftBounces, SOFT_BOUNCES, type SoftBouncePolicy } from "./soft-bounces.ts";
export { liftSuppression, type NewSuppression, recordSuppression, recordSuppressions } from "./write.ts";
