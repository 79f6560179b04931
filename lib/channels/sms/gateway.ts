import type { GatewaySettings, SmsSecrets } from "#providers";
import type { Channel, Message, SendResult } from "../channel.ts";
import { callJson, type JsonAnswer, textAt } from "../providers/json-call.ts";
import { final, later, unanswered, wrongSetUp } from "../providers/judge.ts";
import type { Caller } from "../webhook/call.ts";
import { phoneNumber } from "./recipient.ts";

const AT_ONCE = 16;

type Values = Readonly<Record<string, string>>;

/** Text messages through any gateway that takes one by an HTTP call, as the workspace has described it. */
export function gatewayChannel(caller: Caller, settings: GatewaySettings, secrets: SmsSecrets): Channel {
  const { host } = new URL(settings.url);
  async function send({ recipient, text, idempotencyKey }: Message): Promise<SendResult> {
    const to = phoneNumber(recipient);
    if (to === null) return final(`“${recipient}” is not a phone number.`);
    const values = {
      to,
      from: settings.from,
      text,
      id: idempotencyKey,
      user: secrets.user ?? "",
      secret: secrets.secret,
    };
    try {
      const answer = await callJson(caller, callOf(settings, values));
      return judge(answer, settings, host);
    } catch (error) {
      return unanswered(host, error);
    }
  }
  return { kind: "sms", name: `SMS gateway (${host})`, concurrency: AT_ONCE, send, close: async () => {} };
}

function callOf(settings: GatewaySettings, values: Values) {
  const { method, format, basic } = settings;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(settings.headers)) headers[name.toLowerCase()] = fill(value, values);
  if (basic) headers.authorization = `Basic ${Buffer.from(`${values.user}:${values.secret}`).toString("base64")}`;
  const filled = filledIn(settings.body, values);
  const form = formOf(filled);
  if (method === "GET") {
    const url = new URL(settings.url);
    for (const [name, value] of form) url.searchParams.append(name, value);
    return { url: url.href, method, headers };
  }
  const type = format === "json" ? "application/json" : "application/x-www-form-urlencoded";
  const body = format === "json" ? JSON.stringify(filled) : form.toString();
  return { url: settings.url, method, headers: { "content-type": type, ...headers }, body };
}

const fill = (text: string, values: Values): string =>
  text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? "") : whole,
  );

function filledIn(value: unknown, values: Values): unknown {
  if (typeof value === "string") return fill(value, values);
  if (Array.isArray(value)) return value.map((one) => filledIn(one, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filledIn(one, values)]));
}

function formOf(value: unknown): URLSearchParams {
  const form = new URLSearchParams();
  if (typeof value !== "object" || value === null) return form;
  for (const [name, one] of Object.entries(value))
    for (const single of Array.isArray(one) ? one : [one])
      form.append(name, typeof single === "string" ? single : JSON.stringify(single));
  return form;
}

/** A gateway that answers 200 with a fault inside, as Vonage does, is told by the id that is missing. */
function judge(answer: JsonAnswer, { idPointer }: GatewaySettings, host: string): SendResult {
  const { status, text, body } = answer;
  const said = text.trim().slice(0, 300);
  if (status >= 200 && status < 300) {
    const path = idPointer
      .split("/")
      .slice(1)
      .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    const id = path.length === 0 ? `HTTP ${status}` : textAt(body, ...path);
    return id !== ""
      ? { status: "sent", providerId: id }
      : final(`${host} took no message: ${said || "its answer is empty"}`);
  }
  const error = `${host} answered ${status}${said ? `: ${said}` : "."}`;
  if (status === 401 || status === 403) return wrongSetUp("credentials", error);
  return status === 408 || status === 429 || status >= 500 ? later(error, answer) : final(error);
}
