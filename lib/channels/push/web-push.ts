import webPush from "web-push";
import type { WebPushSecrets, WebPushSettings } from "#providers";
import type { Message, PushDevice } from "../channel.ts";
import { callJson } from "../providers/json-call.ts";
import { final, later, unanswered, waitOf, wrongSetUp } from "../providers/judge.ts";
import type { Caller } from "../webhook/call.ts";
import { readSubscription } from "./subscription.ts";
import type { PushResult, PushTarget } from "./target.ts";

/** 4,096 on the wire, which every push service has to take (RFC 8291). */
export const WEB_PUSH_BYTES = 3_993;
const TTL_SECONDS = 24 * 3_600;

export type WebPushProvider = {
  readonly settings: WebPushSettings & { readonly publicKey: string };
  readonly secrets: WebPushSecrets;
};

/** Push messages to browsers, encrypted for each (RFC 8291), signed with the workspace's VAPID keys (RFC 8292). */
export function webPushTarget(caller: Caller, { settings, secrets }: WebPushProvider): PushTarget {
  async function send(message: Message, { token }: PushDevice): Promise<PushResult> {
    const subscription = readSubscription(token);
    if (subscription === null) return { status: "dead", error: "The subscription of the browser cannot be read." };
    const payload = Buffer.from(payloadOf(message), "utf8");
    if (payload.length > WEB_PUSH_BYTES)
      return final(`The push message has ${payload.length} bytes; browsers take ${WEB_PUSH_BYTES}.`);
    const { host } = new URL(subscription.endpoint);
    try {
      const details = webPush.generateRequestDetails(subscription, payload, {
        TTL: TTL_SECONDS,
        urgency: "normal",
        contentEncoding: "aes128gcm",
        vapidDetails: { subject: settings.subject, publicKey: settings.publicKey, privateKey: secrets.privateKey },
      });
      const headers = Object.fromEntries(Object.entries(details.headers).map(([name, value]) => [name, String(value)]));
      const answer = await callJson(caller, { url: details.endpoint, headers, body: details.body });
      return judge(answer, host);
    } catch (error) {
      const failed = unanswered(host, error);
      // A browser chose the address: one that may not be called is no fault of the set-up.
      return failed.setUp ? { status: "dead", error: failed.error } : failed;
    }
  }
  return { name: "Web push", send, close: () => {} };
}

export const payloadOf = ({ subject, text, idempotencyKey }: Message): string =>
  JSON.stringify({ title: subject, body: text, id: idempotencyKey });

type Judged = Awaited<ReturnType<typeof callJson>>;

/** 404 and 410 end a subscription (RFC 8030); 401 and 403 are about the keys. */
function judge(answer: Judged, host: string): PushResult {
  const { status, text } = answer;
  const error = `${host} answered ${status}${text ? `: ${text.slice(0, 200)}` : "."}`;
  if (status >= 200 && status < 300) return { status: "sent", providerId: null };
  if (status === 404 || status === 410) return { status: "dead", error };
  if (status === 401 || status === 403) return wrongSetUp("credentials", error);
  return status === 408 || status === 429 || status >= 500
    ? later(error, answer)
    : { ...final(error), ...waitOf(answer) };
}
