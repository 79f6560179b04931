import { createHash } from "node:crypto";
import PostalMime, { type Attachment, type Email } from "postal-mime";
import { details, fromText, refOf } from "./fields.ts";
import { type MessageRef, type Report, type ReportKind, refused, type Verdict } from "./report.ts";
import { readVerpAddress } from "./verp.ts";

const DELIVERY_STATUS = /^message\/(global-)?delivery-status$/;
const FEEDBACK = "message/feedback-report";
const RETURNED = /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)$/;
const ADDRESSED_TO = ["to", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to"];

/**
 * A mail that came back: a delivery status (RFC 3464) or a complaint (RFC 5965), also in its international form. Anybody
 * can write such a mail, so it counts only if it names a message of ours, and then for whom that was sent to.
 */
export async function readBounceMail(raw: Uint8Array, verpSecret: string): Promise<Verdict> {
  // Without this a returned mail that has no disposition is melted into the text, and its headers are gone.
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true }).catch(() => null);
  if (mail === null) return refused("The body is no mail.");
  const verp = verpId(mail, verpSecret);
  const ref = verp === null ? await returnedRef(mail, verpSecret) : { deliveryId: verp };
  if (ref === null) return { ok: true, reports: [] };
  const date = mail.date === undefined ? null : fromText(mail.date);
  const key = `mail ${createHash("sha256").update(raw).digest("hex").slice(0, 32)}`;
  const statuses = parts(mail, (type) => DELIVERY_STATUS.test(type)).flatMap(readStatus);
  const complaints = parts(mail, (type) => type === FEEDBACK).flatMap(readComplaint);
  const found = [...statuses, ...complaints].map(({ kind, detail }, nth): Report => {
    return { kind, recipient: "", ref, at: date, key: `${key} ${nth}`, detail: details(detail) };
  });
  return { ok: true, reports: found };
}

type Found = { readonly kind: ReportKind; readonly detail: Record<string, string> };

const parts = (mail: Email, is: (type: string) => boolean): Attachment[] =>
  mail.attachments.filter((one) => is(one.mimeType));

const textOf = ({ content }: Attachment): string =>
  typeof content === "string" ? content : new TextDecoder().decode(content);

/** Blocks of fields, apart by empty lines, with folded lines joined. */
function blocks(text: string): ReadonlyMap<string, string>[] {
  return text
    .replaceAll("\r\n", "\n")
    .split(/\n\s*\n/)
    .map((block) => {
      const lines = block.replaceAll(/\n[ \t]+/g, " ").split("\n");
      return new Map(
        lines.flatMap((line) => {
          const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
          return name === undefined ? [] : [[name.toLowerCase(), (value ?? "").trim()] as const];
        }),
      );
    });
}

function readStatus(part: Attachment): Found[] {
  return blocks(textOf(part)).flatMap((fields): Found[] => {
    const action = (fields.get("action") ?? "").toLowerCase();
    const code = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get("status") ?? "")?.[0] ?? "";
    const detail = { code, reason: (fields.get("diagnostic-code") ?? "").slice(0, 500) };
    if (action === "delivered") return [{ kind: "delivered", detail }];
    if (action === "delayed") return [{ kind: "delayed", detail }];
    return action === "failed" ? [{ kind: isHard(code) ? "hard_bounce" : "soft_bounce", detail }] : [];
  });
}

/** The address does not exist or is switched off; a full box, a size or a policy says nothing about it. */
const isHard = (code: string): boolean => /^5\.1\.([0-46]|10)$/.test(code) || code === "5.2.1" || code === "5.0.0";

function readComplaint(part: Attachment): Found[] {
  const type = (blocks(textOf(part))[0]?.get("feedback-type") ?? "").toLowerCase();
  if (type === "abuse" || type === "fraud") return [{ kind: "complained", detail: { reason: type } }];
  return type === "opt-out" || type === "opt-out-list" ? [{ kind: "unsubscribed", detail: { reason: type } }] : [];
}

function verpId(mail: Email, secret: string): string | null {
  const addressed = mail.headers.filter(({ key }) => ADDRESSED_TO.includes(key)).map(({ value }) => value);
  for (const address of addressed.flatMap((value) => value.split(/[\s,<>]+/))) {
    const id = readVerpAddress(secret, address);
    if (id !== null) return id;
  }
  return null;
}

/** The returned mail carries its own headers; its envelope sender may be in them too. */
async function returnedRef(mail: Email, secret: string): Promise<MessageRef | null> {
  for (const part of parts(mail, (type) => RETURNED.test(type))) {
    const returned = await PostalMime.parse(`${textOf(part)}\r\n\r\n`).catch(() => null);
    const header = (name: string) => returned?.headers.find(({ key }) => key === name)?.value.trim() ?? "";
    const verp = readVerpAddress(secret, header("return-path"));
    const ref = refOf(verp ?? header("x-sojourn-delivery"), header("message-id"));
    if (ref !== null) return ref;
  }
  return null;
}
