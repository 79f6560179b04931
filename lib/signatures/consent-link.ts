import { createHmac, timingSafeEqual } from "node:crypto";

/** What a link in a message allows: one person's answers, about one topic if it names one. */
export type ConsentLink = {
  readonly purpose: "unsubscribe" | "preferences" | "confirm";
  readonly workspaceId: string;
  readonly personId: string;
  readonly channel: LinkChannel;
  readonly topicId: string | null;
  /** The message that has the link. */
  readonly deliveryId: string | null;
};

const PURPOSES = ["unsubscribe", "preferences", "confirm"] as const;
/** Their places are in tokens that were sent: a channel is added at the end. */
const CHANNELS = ["email", "sms", "push"] as const;
type LinkChannel = (typeof CHANNELS)[number];
const NONE = "00000000-0000-0000-0000-000000000000";
/** A version, the purpose and the channel, four ids, and 16 bytes of the signature. */
const FACTS = 3 + 4 * 16;
const SIGNATURE = 16;

/**
 * The token of a link. It can be made again from the message, so it is stored nowhere; it does not expire, because people
 * unsubscribe from old mails.
 */
export function consentToken(secret: string, link: ConsentLink): string {
  const ids = [link.workspaceId, link.personId, link.topicId ?? NONE, link.deliveryId ?? NONE];
  const facts = Buffer.concat([
    Buffer.from([1, PURPOSES.indexOf(link.purpose), CHANNELS.indexOf(link.channel)]),
    ...ids.map((id) => Buffer.from(id.replaceAll("-", ""), "hex")),
  ]);
  return Buffer.concat([facts, sign(secret, facts)]).toString("base64url");
}

/** What a token allows; null if this installation did not sign it. */
export function readConsentToken(secret: string, token: string): ConsentLink | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== FACTS + SIGNATURE) return null;
  const facts = bytes.subarray(0, FACTS);
  if (!timingSafeEqual(bytes.subarray(FACTS), sign(secret, facts))) return null;
  const purpose = PURPOSES[facts[1] ?? -1];
  const channel = CHANNELS[facts[2] ?? -1];
  if (facts[0] !== 1 || purpose === undefined || channel === undefined) return null;
  const [workspaceId = NONE, personId = NONE, topicId, deliveryId] = [0, 1, 2, 3].map((place) => uuidAt(facts, place));
  const orNull = (id: string | undefined) => (id === undefined || id === NONE ? null : id);
  return { purpose, workspaceId, personId, channel, topicId: orNull(topicId), deliveryId: orNull(deliveryId) };
}

function uuidAt(facts: Buffer, place: number): string {
  const hex = facts.subarray(3 + place * 16, 19 + place * 16).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const sign = (secret: string, facts: Buffer): Buffer =>
  createHmac("sha256", secret).update("consent link").update(facts).digest().subarray(0, SIGNATURE);
