import { createHmac, timingSafeEqual } from "node:crypto";

/** What a link to a survey is for. Without a person it is for everyone who has it. */
export type SurveyLink = {
  readonly workspaceId: string;
  readonly surveyId: string;
  readonly personId: string | null;
  /** The message that has the link. */
  readonly deliveryId: string | null;
};

const NONE = "00000000-0000-0000-0000-000000000000";
/** A version, four ids, and 16 bytes of the signature. */
const FACTS = 1 + 4 * 16;
const SIGNATURE = 16;

/** The token of a link. It can be made again from the message, so it is stored nowhere, and it does not expire. */
export function surveyToken(secret: string, { workspaceId, surveyId, personId, deliveryId }: SurveyLink): string {
  const ids = [workspaceId, surveyId, personId ?? NONE, deliveryId ?? NONE];
  const facts = Buffer.concat([Buffer.from([1]), ...ids.map((id) => Buffer.from(id.replaceAll("-", ""), "hex"))]);
  return Buffer.concat([facts, sign(secret, facts)]).toString("base64url");
}

/** What a token is for; null if this installation did not sign it. */
export function readSurveyToken(secret: string, token: string): SurveyLink | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== FACTS + SIGNATURE || bytes[0] !== 1) return null;
  const facts = bytes.subarray(0, FACTS);
  if (!timingSafeEqual(bytes.subarray(FACTS), sign(secret, facts))) return null;
  const [workspaceId = NONE, surveyId = NONE, personId, deliveryId] = [0, 1, 2, 3].map((place) => idAt(facts, place));
  const orNull = (id: string | undefined) => (id === undefined || id === NONE ? null : id);
  return { workspaceId, surveyId, personId: orNull(personId), deliveryId: orNull(deliveryId) };
}

function idAt(facts: Buffer, place: number): string {
  const hex = facts.subarray(1 + place * 16, 17 + place * 16).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const sign = (secret: string, facts: Buffer): Buffer =>
  createHmac("sha256", secret).update("survey link").update(facts).digest().subarray(0, SIGNATURE);
