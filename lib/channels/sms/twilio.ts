import type { SmsSecrets, TwilioSettings } from "#providers";
import { HOUR_MS } from "#times";
import type { Channel, Message, SendResult } from "../channel.ts";
import { at, callJson, type JsonAnswer, textAt } from "../providers/json-call.ts";
import { final, later, unanswered, waitOf, wrongSetUp } from "../providers/judge.ts";
import type { Caller } from "../webhook/call.ts";
import { phoneNumber } from "./recipient.ts";

const AT_ONCE = 16;
/** A text that went out this recently is taken for the one of which no answer came. */
const RECENT_MS = 2 * HOUR_MS;

/** Twilio’s codes about the number itself; the last one: its owner answered STOP. */
const BAD_NUMBER = new Set([21211, 21214, 21217, 21401, 21421, 21614]);
const STOPPED = 21610;
/** Codes about the account or the sender. */
const BAD_SENDER = new Set([21212, 21603, 21606, 21659, 21660, 21212, 21703, 21704, 21705, 21707]);

type Twilio = {
  readonly settings: TwilioSettings;
  readonly secrets: SmsSecrets;
  /** Where Twilio reports what happened to a message; null = nowhere. */
  readonly reportUrl: string | null;
};

/** Text messages through Twilio, or a gateway that answers as it does. */
export function twilioChannel(caller: Caller, twilio: Twilio): Channel {
  const { settings, secrets } = twilio;
  const list = `${settings.baseUrl}/2010-04-01/Accounts/${encodeURIComponent(settings.accountSid)}/Messages.json`;
  const credentials = Buffer.from(`${secrets.user || settings.accountSid}:${secrets.secret}`).toString("base64");
  const authorization = `Basic ${credentials}`;

  /** Twilio has no idempotency keys: after a call without an answer it is asked before anything is repeated. */
  async function findSent(to: string, text: string): Promise<string | null> {
    const query = new URLSearchParams({ To: to, PageSize: "50" });
    const answer = await callJson(caller, { url: `${list}?${query}`, method: "GET", headers: { authorization } });
    if (answer.status !== 200) throw new Error(`the list of messages was answered with ${answer.status}`);
    const messages = at(answer.body, "messages");
    const sent = (Array.isArray(messages) ? messages : []).find((one: unknown) => {
      const created = Date.parse(textAt(one, "date_created"));
      return textAt(one, "body") === text && textAt(one, "to") === to && Date.now() - created < RECENT_MS;
    });
    return sent === undefined ? null : textAt(sent, "sid");
  }

  async function send({ recipient, text, isRepeated }: Message): Promise<SendResult> {
    const to = phoneNumber(recipient);
    if (to === null) return final(`“${recipient}” is not a phone number.`);
    try {
      const before = isRepeated ? await findSent(to, text) : null;
      if (before !== null) return { status: "sent", providerId: before };
    } catch (error) {
      return unanswered("Twilio", error);
    }
    const from = settings.from.startsWith("MG") ? { MessagingServiceSid: settings.from } : { From: settings.from };
    const report = twilio.reportUrl === null ? {} : { StatusCallback: twilio.reportUrl };
    const body = new URLSearchParams({ To: to, Body: text, ...from, ...report }).toString();
    const headers = { authorization, "content-type": "application/x-www-form-urlencoded" };
    try {
      return judge(await callJson(caller, { url: list, headers, body }), recipient);
    } catch (error) {
      return unanswered("Twilio", error);
    }
  }
  return { kind: "sms", name: `Twilio (${settings.from})`, concurrency: AT_ONCE, send, close: async () => {} };
}

function judge(answer: JsonAnswer, recipient: string): SendResult {
  const { status, body } = answer;
  const sid = textAt(body, "sid");
  if (status >= 200 && status < 300 && sid !== "") return { status: "sent", providerId: sid };
  const code = Number(at(body, "code"));
  const said = textAt(body, "message") || `The answer was ${status}.`;
  const error = `Twilio refused it: ${said}${code ? ` (${code})` : ""}`;
  if (code === STOPPED) return { ...final(error), lost: { kind: "stop_word", address: recipient, detail: said } };
  if (BAD_NUMBER.has(code)) return { ...final(error), lost: { kind: "hard_bounce", address: recipient, detail: said } };
  if (status === 401 || code === 20003) return wrongSetUp("credentials", error);
  if (status === 404 || BAD_SENDER.has(code)) return wrongSetUp("sender", error);
  if (status === 429 || status === 408 || status >= 500) return later(error, answer);
  if (status >= 200 && status < 300) return later("The answer of the SMS gateway has no id of the message.");
  return { ...final(error), ...waitOf(answer) };
}
