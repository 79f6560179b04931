/** Whether a message may reach a person, and every reason why not. */
export { canReach } from "./can-reach.ts";
export {
  addressKinds,
  addressOn,
  CONSENT_CHANNELS,
  type ConsentChannel,
  goesToDevices,
  isConsentChannel,
  knownAddress,
} from "./channels.ts";
export { FREQUENCIES, FREQUENCY_MS, type Frequency } from "./frequency.ts";
export { REASON_CODES, type Reach, type Reason, SUPPRESSION_REASONS, type SuppressionReason } from "./reasons.ts";
export {
  ANY,
  type ConsentStates,
  type PersonPreferences,
  type ReachMessage,
  type ReachTopic,
  SUBSCRIPTION_STATES,
  type Subscription,
  type SubscriptionState,
  type Suppression,
} from "./states.ts";
export { stricterPreferences, stricterSubscription } from "./stricter.ts";
export { type Tracking, trackingOf } from "./tracking.ts";
