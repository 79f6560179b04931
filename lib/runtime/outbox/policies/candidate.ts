import { isPolicyReason, type PolicyReason, type PushProvider, type SendingPolicies } from "#policies";
import type { Claimed } from "#store/deliveries";

/** A message that consent lets pass, with all that its place in a queue depends on. */
export type Candidate = {
  readonly delivery: Claimed;
  readonly policies: SendingPolicies;
  readonly isMarketing: boolean;
  readonly topic: string | null;
  readonly priority: number;
  readonly ignoresQuietHours: boolean;
  /** The limit of its own journey. */
  readonly perMinute: number | null;
  readonly providers: readonly PushProvider[];
};

/** The reasons for which a message was held before this attempt. */
export const formerReasons = ({ reasons }: Claimed): readonly PolicyReason[] => (reasons ?? []).filter(isPolicyReason);
