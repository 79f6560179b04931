import type { Provider } from "#data";

export type Service = Provider["service"];

export type FieldFacts = {
  readonly part: "settings" | "secrets";
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly kind?: "password" | "area";
  readonly optional?: true;
};

export type ServiceFacts = {
  readonly name: string;
  readonly text: string;
  /** Whom a test message is sent to; null = the service only reports. */
  readonly testTo: string | null;
  readonly fields: readonly FieldFacts[];
};

const secret = (name: string, label: string, hint?: string): FieldFacts => ({
  part: "secrets",
  name,
  label,
  kind: "password",
  ...(hint ? { hint } : {}),
});
const area = (part: FieldFacts["part"], name: string, label: string, hint: string): FieldFacts => {
  return { part, name, label, hint, kind: "area" };
};
const setting = (name: string, label: string, more: Partial<FieldFacts> = {}): FieldFacts => {
  return { part: "settings", name, label, ...more };
};

const report = (name: string, text: string, fields: readonly FieldFacts[] = []): ServiceFacts => {
  return { name, text, testTo: null, fields };
};

/** The services of the page, in its order; those of SMS have a form of their own. */
export const SENDING: Partial<Readonly<Record<Service, ServiceFacts>>> = {
  sms: {
    name: "SMS",
    text: "Twilio, or any gateway that takes a message by an HTTP call.",
    testTo: "Phone number",
    fields: [],
  },
  web_push: {
    name: "Web push",
    text: "To browsers that have agreed. A pair of VAPID keys is made with the first save.",
    testTo: "Person (id)",
    fields: [
      setting("subject", "Contact", {
        placeholder: "mailto:push@example.com",
        hint: "Where push services can reach you.",
      }),
    ],
  },
  fcm: {
    name: "Firebase",
    text: "To Android apps, and iOS apps that use Firebase.",
    testTo: "Person (id)",
    fields: [area("secrets", "serviceAccount", "Service account", "The JSON file that the Firebase console makes.")],
  },
  apns: {
    name: "Apple push",
    text: "To iOS apps, without Firebase.",
    testTo: "Person (id)",
    fields: [
      setting("teamId", "Team id", { placeholder: "ABCDE12345" }),
      setting("keyId", "Key id", { placeholder: "KEY1234567" }),
      setting("topic", "Bundle id", { placeholder: "com.example.shop" }),
      setting("baseUrl", "Server", {
        optional: true,
        placeholder: "https://api.push.apple.com",
        hint: "https://api.sandbox.push.apple.com for builds from Xcode.",
      }),
      area("secrets", "privateKey", "Private key", "The text of the .p8 file."),
    ],
  },
};

const ADDRESS_ONLY = "Nothing is signed: keep the address secret.";

/** What steps of journeys ask. */
export const ASKED: Partial<Readonly<Record<Service, ServiceFacts>>> = {
  endpoints: {
    name: "Endpoints",
    text: "HTTP addresses that need a secret header, such as a token.",
    testTo: null,
    fields: [],
  },
};

/** Who reports on mail that was sent. */
export const REPORTING: Partial<Readonly<Record<Service, ServiceFacts>>> = {
  ses: report("Amazon SES", "Notifications over an SNS topic; the subscription is confirmed by itself.", [
    setting("topicArn", "Topic", { placeholder: "arn:aws:sns:eu-west-1:123456789012:mail" }),
  ]),
  sendgrid: report("SendGrid", "The signed event webhook.", [
    area("secrets", "signingKey", "Verification key", "Shown where signed events are switched on."),
  ]),
  postmark: report("Postmark", ADDRESS_ONLY),
  mailgun: report("Mailgun", "The webhooks of a domain.", [secret("signingKey", "Webhook signing key")]),
  resend: report("Resend", "A webhook for email events.", [
    secret("signingKey", "Signing secret", "Begins with whsec_."),
  ]),
  sparkpost: report("SparkPost", ADDRESS_ONLY),
  smtp: report("Returned mail", "For plain mail servers: post each mail that comes back to the address, as it is.", [
    setting("bounceAddress", "Address for bounces", {
      optional: true,
      placeholder: "bounces@example.com",
      hint: "Each message gets an address of its own behind a plus sign.",
    }),
  ]),
};
