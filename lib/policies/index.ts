/** When, how often and to whom the messages of a workspace may leave; pure. */
export { type CappedMessage, concerns, ID_END, idEnd, remembered, type Sent } from "./caps.ts";
export {
  type Clocks,
  type Contender,
  clocksAt,
  type Decided,
  decideFor,
  fullCaps,
  type Verdict,
  type Wanted,
} from "./decide.ts";
export { type PolicyProblem, policyProblems } from "./problems.ts";
export { isJourneyRate, type Rate, rateOfJourney, ratesFor } from "./rates.ts";
export { isPolicyReason, POLICY_REASON_CODES, type PolicyReason } from "./reasons.ts";
export {
  CAP_UNITS,
  CAPPED_CHANNELS,
  type Cap,
  type CappedChannel,
  HOLDOUT_MOST_PERCENT,
  NO_POLICIES,
  type Period,
  PUSH_PROVIDERS,
  type PushProvider,
  RATED_CHANNELS,
  type RateLimit,
  readPolicies,
  SendingPolicies,
  type SendWindow,
  TIMED_CHANNELS,
  type TimedChannel,
} from "./schema.ts";
export { timeOfDay } from "./time-of-day.ts";
