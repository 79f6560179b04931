export { claimConfirmations, type DueConfirmation, noteConfirmation } from "./confirmations.ts";
export { type ExportedSubscription, type ExportPlace, exportSubscriptions } from "./export.ts";
export { mergeSubscriptions } from "./merge.ts";
export { readSubscriptions, type SubscriptionRow } from "./read.ts";
export { type SubscriptionChange, setSubscription, setSubscriptions } from "./write.ts";
