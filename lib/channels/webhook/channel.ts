import type { Channel, Message, SendResult } from "../channel.ts";
import { openAddressGuard } from "../network/address-guard.ts";
import { ForbiddenAddressError, openCaller } from "./call.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { openLive } from "./live.ts";
import { signatureHeaders } from "./sign.ts";

const AT_ONCE = 64;

export type WebhookSettings = {
  /** Private networks that may be called, as CIDRs. */
  readonly allowedNetworks: readonly string[];
};

/** HTTP calls to the endpoint of the message's address, signed after Standard Webhooks. */
export function webhookChannel(settings: WebhookSettings): Channel {
  const caller = openCaller(openAddressGuard(settings.allowedNetworks));
  const askLive = openLive(caller);

  async function send(message: Message): Promise<SendResult> {
    const url = webAddress(message.recipient);
    if (!url) return { status: "failed", permanent: true, error: `“${message.recipient}” is not a web address.` };
    const { method = "POST", headers = {}, secret = null, live } = message.request ?? {};
    const signed = signatureHeaders(message.idempotencyKey, message.text, secret, Math.floor(Date.now() / 1_000));
    const size = { "content-length": String(Buffer.byteLength(message.text)) };
    try {
      const call = {
        url,
        method,
        body: message.text,
        headers: { "user-agent": "Sojourn", ...headers, ...signed, ...size },
      };
      return live ? await askLive(call, live) : judgeAnswer(await caller.call(call));
    } catch (error) {
      const permanent = error instanceof ForbiddenAddressError || isUnsendable(error);
      const outage = permanent ? {} : ({ isOutage: true } as const);
      return { status: "failed", permanent, error: `${url.host} could not be called: ${reasonOf(error)}.`, ...outage };
    }
  }

  return { kind: "webhook", name: "Webhook", concurrency: AT_ONCE, send, close: async () => caller.close() };
}

function webAddress(text: string): URL | null {
  const url = URL.canParse(text) && !/\s/.test(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

/** Headers or a method that HTTP does not allow; a retry would fail the same way. */
const isUnsendable = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_INVALID"));

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error ? String(error.code) : error.name);
}
