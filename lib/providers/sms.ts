import * as z from "zod";
import { Header, WebAddress } from "./fields.ts";

/** Twilio, or a gateway that speaks as it does. */
const Twilio = z.strictObject({
  provider: z.literal("twilio"),
  accountSid: z
    .string()
    .trim()
    .regex(/^[\w-]{2,64}$/, "starts with AC, as the console shows it"),
  from: z.string().trim().min(1).max(64).meta({ description: "A number, a name, or a messaging service (MG…)" }),
  baseUrl: WebAddress.default("https://api.twilio.com"),
});

/** Any other gateway with an HTTP call for a message; texts may hold {{to}}, {{from}}, {{text}}, {{id}} and the secrets. */
const Gateway = z.strictObject({
  provider: z.literal("http"),
  from: z.string().trim().min(1).max(64),
  url: WebAddress,
  method: z.enum(["POST", "PUT", "GET"]).default("POST"),
  format: z.enum(["json", "form"]).default("json"),
  body: z.record(z.string().min(1).max(120), z.json()).default({}),
  headers: z.record(Header.shape.name, Header.shape.value).default({}),
  basic: z.boolean().default(false).meta({ description: "Send user and secret as HTTP Basic" }),
  idPointer: z
    .string()
    .max(200)
    .regex(/^(\/[^/]*)*$/, "a JSON pointer such as /messages/0/id")
    .default("")
    .meta({ description: "Where the answer has the message’s id" }),
});

export const SmsSettings = z.discriminatedUnion("provider", [Twilio, Gateway]);
export type SmsSettings = z.infer<typeof SmsSettings>;
export type TwilioSettings = z.infer<typeof Twilio>;
export type GatewaySettings = z.infer<typeof Gateway>;

export const SmsSecrets = z.strictObject({
  user: z.string().max(500).optional(),
  secret: z.string().trim().min(1).max(2_000),
});
export type SmsSecrets = z.infer<typeof SmsSecrets>;

/** Ready-made settings for gateways; the address of Sinch’s has the plan’s id in it. */
export const SMS_TEMPLATES: Readonly<Record<string, Omit<z.input<typeof Gateway>, "from">>> = {
  Vonage: {
    provider: "http",
    url: "https://rest.nexmo.com/sms/json",
    format: "form",
    body: {
      api_key: "{{user}}",
      api_secret: "{{secret}}",
      from: "{{from}}",
      to: "{{to}}",
      text: "{{text}}",
      type: "unicode",
    },
    idPointer: "/messages/0/message-id",
  },
  Telnyx: {
    provider: "http",
    url: "https://api.telnyx.com/v2/messages",
    body: { from: "{{from}}", to: "{{to}}", text: "{{text}}" },
    headers: { authorization: "Bearer {{secret}}" },
    idPointer: "/data/id",
  },
  Sinch: {
    provider: "http",
    url: "https://eu.sms.api.sinch.com/xms/v1/PLAN_ID/batches",
    body: { from: "{{from}}", to: ["{{to}}"], body: "{{text}}" },
    headers: { authorization: "Bearer {{secret}}" },
    idPointer: "/id",
  },
  MessageBird: {
    provider: "http",
    url: "https://rest.messagebird.com/messages",
    body: { originator: "{{from}}", recipients: ["{{to}}"], body: "{{text}}", datacoding: "auto" },
    headers: { authorization: "AccessKey {{secret}}" },
    idPointer: "/id",
  },
  Plivo: {
    provider: "http",
    url: "https://api.plivo.com/v1/Account/AUTH_ID/Message/",
    body: { src: "{{from}}", dst: "{{to}}", text: "{{text}}" },
    basic: true,
    idPointer: "/message_uuid/0",
  },
};
