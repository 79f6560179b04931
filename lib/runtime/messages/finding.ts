import type { ChangeReason, RefusalReason } from "#store/refused-messages";

/**
 * Fields with a count of their own. All other fields count as `message`, so that a sender cannot create rows at will.
 */
const FIELDS = new Set(
  "userId userHash anonymousId previousId groupId messageId type event name category properties traits context timestamp originalTimestamp sentAt".split(
    " ",
  ),
);

/** A fault of a received message that the workspace's owner should know about. */
export type MessageFinding = {
  readonly workspaceId: string;
  readonly reason: RefusalReason | ChangeReason;
  /** Path of the field inside the message; empty: the message itself. */
  readonly path: readonly string[];
  readonly message: string;
  /** The address that received the message. */
  readonly door: string;
  /** The message as received. */
  readonly input: unknown;
};

export const countedField = ({ path }: MessageFinding): string => {
  const [first = ""] = path;
  return FIELDS.has(first) ? first : "message";
};
