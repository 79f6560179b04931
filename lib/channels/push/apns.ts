import { createHash } from "node:crypto";
import type { ApnsSecrets, ApnsSettings } from "#providers";
import { DAY_MS, MINUTE_MS } from "#times";
import type { Message, PushDevice } from "../channel.ts";
import type { AddressGuard } from "../network/address-guard.ts";
import { textAt } from "../providers/json-call.ts";
import { final, later, unanswered, wrongSetUp } from "../providers/judge.ts";
import { type Http2Answer, openHttp2 } from "./http2.ts";
import { readPrivateKey, signedToken } from "./jwt.ts";
import type { PushResult, PushTarget } from "./target.ts";

/** Apple refuses tokens older than an hour, and ones that are renewed more often than every 20 minutes. */
const RENEW_MS = 40 * MINUTE_MS;
const LONGEST_BYTES = 4_096;
/** A message that the phone does not get within a day is dropped. */
const KEPT_MS = DAY_MS;

export type ApnsProvider = { readonly settings: ApnsSettings; readonly secrets: ApnsSecrets };

/** Push messages to Apple's devices over one HTTP/2 connection. */
export function apnsTarget(guard: AddressGuard, { settings, secrets }: ApnsProvider): PushTarget {
  const connection = openHttp2(settings.baseUrl, guard);
  const key = readPrivateKey(secrets.privateKey);
  let signed = { token: "", at: Number.NEGATIVE_INFINITY };

  function providerToken(): string | null {
    if (key === null) return null;
    const now = Date.now();
    if (now - signed.at < RENEW_MS) return signed.token;
    const claims = { iss: settings.teamId, iat: Math.floor(now / 1_000) };
    signed = { token: signedToken(key, { kid: settings.keyId }, claims), at: now };
    return signed.token;
  }

  async function send(message: Message, device: PushDevice): Promise<PushResult> {
    const body = Buffer.from(JSON.stringify(payloadOf(message)), "utf8");
    if (body.length > LONGEST_BYTES)
      return final(`The push message has ${body.length} bytes; Apple takes ${LONGEST_BYTES}.`);
    const token = providerToken();
    if (token === null) return wrongSetUp("credentials", "The private key for Apple’s push service cannot be read.");
    const headers = {
      authorization: `bearer ${token}`,
      "apns-topic": settings.topic,
      "apns-push-type": "alert",
      "apns-id": apnsId(message.idempotencyKey, device.token),
      "apns-expiration": String(Math.floor((Date.now() + KEPT_MS) / 1_000)),
      "content-type": "application/json",
    };
    try {
      return judge(await connection.post(`/3/device/${encodeURIComponent(device.token)}`, headers, body), device);
    } catch (error) {
      return unanswered("Apple’s push service", error);
    }
  }
  return { name: "Apple push", send, close: connection.close };
}

function payloadOf({ subject, text, idempotencyKey }: Message) {
  const alert = { ...(subject === "" ? {} : { title: subject }), body: text };
  return { aps: { alert, sound: "default" }, id: idempotencyKey };
}

/** The same at every attempt, so that Apple can tell a repeated one. */
function apnsId(key: string, token: string): string {
  const hex = createHash("sha256").update(`${key} ${token}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** 410 ends a token only if the app has not reported it since. */
function judge(answer: Http2Answer, device: PushDevice): PushResult {
  const { status, body } = answer;
  if (status === 200) return { status: "sent", providerId: answer.headers["apns-id"]?.toString() ?? null };
  const reason = textAt(body, "reason");
  const error = `Apple answered ${status} ${reason}.`;
  if (status === 410) {
    const since = Number(textAt(body, "timestamp"));
    const isBack = Number.isFinite(since) && since > 0 && device.seenAt > since;
    return isBack ? final(`${error} The app has reported the device since.`) : { status: "dead", error };
  }
  if (status === 403 || reason === "BadTopic" || reason === "MissingTopic") return wrongSetUp("credentials", error);
  return status === 429 || status >= 500 ? later(error, answer) : final(error);
}
