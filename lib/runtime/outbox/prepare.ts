import type { Message } from "#channels";
import { recipientEmail, renderEmail, templateVariables } from "#content";
import { type Claimed, needsRendering } from "./claim.ts";
import type { Facts } from "./facts.ts";

/** A claimed delivery with what to hand to its channel, or the reason why it can never go. */
export type Prepared = {
  readonly delivery: Claimed;
  readonly message: Message;
  readonly contentRevision: number | null;
  readonly refusal: string | null;
  /** Mail to people who only exist for show never leaves the machine. */
  readonly captureOnly: boolean;
  /** Whether the bytes are new and must be stored before the attempt (R43). */
  readonly fresh: boolean;
};

export function prepare(delivery: Claimed, facts: Facts, defaultFrom: string): Prepared {
  const workspace = facts.workspaces.get(delivery.workspaceId);
  const base = { delivery, captureOnly: workspace?.isDemo ?? false, contentRevision: null };
  if (delivery.channel !== "email") return { ...base, message: blank(delivery), refusal: null, fresh: false };
  if (!needsRendering(delivery)) return { ...base, message: stored(delivery), refusal: null, fresh: false };

  const person = facts.people.get(delivery.personId);
  const content = delivery.contentId ? facts.content.get(delivery.contentId) : undefined;
  const refuse = (refusal: string): Prepared => ({ ...base, message: blank(delivery), refusal, fresh: false });
  if (!workspace || !person) return refuse("The person no longer exists.");
  if (!content) return refuse("The content of this message no longer exists.");

  const mail = renderEmail(
    { subject: content.subject ?? "", html: content.html ?? "", text: content.text ?? "" },
    templateVariables({ person, workspace, variables: delivery.variables }),
  );
  const error = mail.errors[0];
  const recipient = recipientEmail(person.traits);
  const sender = text(delivery.config.fromIdentityEmail) || text(workspace.settings.defaultFrom) || defaultFrom;
  const message: Message = {
    idempotencyKey: delivery.idempotencyKey,
    recipient,
    sender,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
  };
  const refusal = error
    ? `“${content.name}” could not be rendered: ${error.message} (${error.field}, line ${error.line}).`
    : recipient === ""
      ? "The person has no e-mail address (trait “email”)."
      : null;
  return { ...base, message, refusal, fresh: refusal === null, contentRevision: content.revision };
}

function stored(delivery: Claimed): Message {
  return {
    idempotencyKey: delivery.idempotencyKey,
    recipient: delivery.recipient ?? "",
    sender: delivery.sender ?? "",
    subject: delivery.subject ?? "",
    html: delivery.rendered?.html ?? "",
    text: delivery.rendered?.text ?? "",
  };
}

function blank(delivery: Claimed): Message {
  return { idempotencyKey: delivery.idempotencyKey, recipient: "", sender: "", subject: "", html: "", text: "" };
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
