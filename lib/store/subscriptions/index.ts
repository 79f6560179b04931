export { mergeSubscriptions } from "./merge.ts";
export { readSubscriptions, type SubscriptionRow } from "./read.ts";
export { type SubscriptionChange, setSubscription, setSubscriptions } from "./write.ts";
