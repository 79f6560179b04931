import type { ChangeReason, RefusalReason } from "#store/refused-messages";

/** Fields that are counted each on their own; all others count as `message`, so that a sender cannot make rows. */
const FIELDS = new Set(
  "userId anonymousId previousId groupId messageId type event name category properties traits context timestamp originalTimestamp sentAt".split(
    " ",
  ),
);

/** Something an owner should know about one message that came in. */
export type MessageFinding = {
  readonly workspaceId: string;
  readonly reason: RefusalReason | ChangeReason;
  /** The way to the field inside the message; empty = the message itself. */
  readonly path: readonly string[];
  readonly message: string;
  /** The address the message came to. */
  readonly door: string;
  /** The message as it came. */
  readonly input: unknown;
};

export const countedField = ({ path }: MessageFinding): string => {
  const [first = ""] = path;
  return FIELDS.has(first) ? first : "message";
};
