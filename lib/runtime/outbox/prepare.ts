import type { Message } from "#channels";
import { templateVariables } from "#content";
import { reasonOf } from "../batch/refusal.ts";
import { type Claimed, needsRendering } from "./claim.ts";
import type { ContentFact, Facts } from "./facts.ts";
import { never, type Refusal, type Rendered, renderCall, renderMail, unstorable } from "./render.ts";

/** A claimed delivery with what to hand to its channel, or the reason why it cannot go. */
export type Prepared = {
  readonly delivery: Claimed;
  readonly message: Message;
  readonly contentRevision: number | null;
  readonly refusal: Refusal | null;
  /** Mail to people who only exist for show never leaves the machine. */
  readonly captureOnly: boolean;
  /** Whether the bytes are new and must be stored before the attempt (R43). */
  readonly fresh: boolean;
};

/** One that cannot even be tried fails alone: the others of its claim are somebody else's (R53). */
export function prepare(delivery: Claimed, facts: Facts, defaultFrom: string): Prepared {
  try {
    return make(delivery, facts, defaultFrom);
  } catch (error) {
    const refusal = never(`The message could not be made: ${reasonOf(error)}`);
    return { delivery, message: blank(delivery), contentRevision: null, refusal, captureOnly: true, fresh: false };
  }
}

function make(delivery: Claimed, facts: Facts, defaultFrom: string): Prepared {
  const workspace = facts.workspaces.get(delivery.workspaceId);
  const base = { delivery, captureOnly: workspace?.isDemo ?? false, contentRevision: null };
  const secret = text(workspace?.settings.webhookSecret) || null;
  if (delivery.late || (delivery.channel !== "email" && delivery.channel !== "webhook"))
    return { ...base, message: blank(delivery), refusal: null, fresh: false };
  if (!needsRendering(delivery)) return { ...base, message: stored(delivery, secret), refusal: null, fresh: false };

  const person = facts.people.get(delivery.personId);
  const content = contentOf(delivery, facts);
  const refuse = (error: string): Prepared => ({
    ...base,
    message: blank(delivery),
    refusal: never(error),
    fresh: false,
  });
  if (!workspace || !person) return refuse("The person no longer exists.");
  if (!content) return refuse("The content of this message no longer exists.");

  const variables = templateVariables({ person, workspace, variables: delivery.variables });
  const sender = text(delivery.config.fromIdentityEmail) || text(workspace.settings.defaultFrom) || defaultFrom;
  const rendered: Rendered =
    delivery.channel === "webhook"
      ? renderCall(content, { ...variables, message: identityOf(delivery) }, secret)
      : renderMail(content, variables, person.traits, sender);
  const message = { idempotencyKey: delivery.idempotencyKey, ...rendered.message };
  const refusal = rendered.refusal ?? unstorable(rendered.message);
  // Its row is written with those of other messages: what cannot be stored is not even tried (R47).
  if (refusal !== null && refusal !== rendered.refusal) return refuse(refusal.error);
  return { ...base, message, refusal, fresh: refusal === null, contentRevision: content.revision };
}

function contentOf({ contentId, contentRevision }: Claimed, facts: Facts): ContentFact | undefined {
  if (contentId === null) return undefined;
  return facts.content.get(`${contentId} ${contentRevision}`) ?? facts.content.get(contentId);
}

/** What an endpoint needs to tell calls apart. */
function identityOf({ idempotencyKey, enrollmentId, nodeId, visit }: Claimed) {
  return { id: idempotencyKey, enrollmentId, nodeId, visit };
}

function stored(delivery: Claimed, secret: string | null): Message {
  const { method, headers } = delivery.rendered ?? {};
  return {
    idempotencyKey: delivery.idempotencyKey,
    recipient: delivery.recipient ?? "",
    sender: delivery.sender ?? "",
    subject: delivery.subject ?? "",
    html: delivery.rendered?.html ?? "",
    text: delivery.rendered?.text ?? "",
    ...(method === undefined ? {} : { request: { method, headers: headers ?? {}, secret } }),
  };
}

function blank(delivery: Claimed): Message {
  return { idempotencyKey: delivery.idempotencyKey, recipient: "", sender: "", subject: "", html: "", text: "" };
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
