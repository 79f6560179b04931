import { createPublicKey, verify, X509Certificate } from "node:crypto";
import { parseJson, textAt } from "./fields.ts";

/** A message of Amazon's notification service whose signature was checked. */
export type SnsMessage = {
  readonly type: "notification" | "confirmation";
  readonly topic: string;
  readonly id: string;
  readonly message: string;
  /** Where a new subscription is confirmed. */
  readonly subscribeUrl: string;
};

export type SnsVerdict =
  | { readonly ok: true; readonly message: SnsMessage }
  | { readonly ok: false; readonly fault: string };

/** Fetches a certificate; answers null if it cannot be had. */
export type FetchText = (url: string) => Promise<string | null>;

const NOTIFICATION = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"];
const CONFIRMATION = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];

/** Amazon's own hosts alone, so that nobody can sign with a certificate of theirs. */
export function isSnsAddress(text: string, path: RegExp): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, pathname, username } = new URL(text);
  const isHost = /^sns\.[a-z0-9-]{3,30}\.amazonaws\.com(\.cn)?$/.test(hostname);
  return protocol === "https:" && port === "" && username === "" && isHost && path.test(pathname);
}

/** Reads a message and checks its signature with the certificate it names. */
export async function readSns(body: Uint8Array, fetchCertificate: FetchText): Promise<SnsVerdict> {
  const envelope = parseJson(body);
  const type = textAt(envelope, "Type");
  const isNotification = type === "Notification";
  if (!isNotification && type !== "SubscriptionConfirmation" && type !== "UnsubscribeConfirmation")
    return { ok: false, fault: "The body is no message of SNS." };
  const address = textAt(envelope, "SigningCertURL");
  if (!isSnsAddress(address, /^\/[\w.-]+\.pem$/))
    return { ok: false, fault: "The certificate is not one of Amazon’s." };
  const algorithm = { "1": "sha1", "2": "sha256" }[textAt(envelope, "SignatureVersion")];
  if (algorithm === undefined) return { ok: false, fault: "The version of the signature is not known." };
  const certificate = await fetchCertificate(address);
  if (certificate === null) return { ok: false, fault: "Amazon’s certificate could not be fetched." };
  const signed = signedText(envelope, isNotification ? NOTIFICATION : CONFIRMATION);
  if (!isSigned(algorithm, signed, certificate, textAt(envelope, "Signature")))
    return { ok: false, fault: "The signature is not Amazon’s." };
  const message: SnsMessage = {
    type: isNotification ? "notification" : "confirmation",
    topic: textAt(envelope, "TopicArn"),
    id: textAt(envelope, "MessageId"),
    message: longTextAt(envelope, "Message"),
    subscribeUrl: type === "SubscriptionConfirmation" ? textAt(envelope, "SubscribeURL") : "",
  };
  return { ok: true, message };
}

/** Each name and value on a line of its own; a subject that is null is left out. */
function signedText(envelope: unknown, names: readonly string[]): string {
  return names
    .map((name) => [name, longTextAt(envelope, name)] as const)
    .filter(([name, value]) => name !== "Subject" || value !== "")
    .map(([name, value]) => `${name}\n${value}\n`)
    .join("");
}

function longTextAt(envelope: unknown, name: string): string {
  if (typeof envelope !== "object" || envelope === null) return "";
  const value: unknown = Object.getOwnPropertyDescriptor(envelope, name)?.value;
  return typeof value === "string" ? value : "";
}

function isSigned(algorithm: string, text: string, certificate: string, signature: string): boolean {
  try {
    const key = certificate.includes("BEGIN CERTIFICATE")
      ? new X509Certificate(certificate).publicKey
      : createPublicKey(certificate);
    return verify(algorithm, Buffer.from(text, "utf8"), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}
