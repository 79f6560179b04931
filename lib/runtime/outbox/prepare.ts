import { channelKinds, isChannelKind, type Message } from "#channels";
import { addressKinds, addressOn, goesToDevices, isConsentChannel, type Reason } from "#consent";
import { templateVariables } from "#content";
import { isOwnChannel } from "#journey";
import { CHANNEL_OF_SERVICE } from "#providers";
import type { RenderedContent } from "#store/content";
import type { Claimed } from "#store/deliveries";
import { sayKept, sayReasons } from "#words";
import { reasonOf } from "../batch/refusal.ts";
import { chooseSender } from "./choose-sender.ts";
import { asLive, callContent } from "./live-data.ts";
import { needsRendering } from "./needs-rendering.ts";
import type { KeptBack } from "./policies/kept-back.ts";
import { never, type Refusal, type Rendered, renderCall, renderMail, renderNote, unstorable } from "./render.ts";
import type { RenderInput } from "./render-input.ts";
import { reportMarks } from "./report-marks.ts";
import { type Tracks, trackMessage } from "./track-message.ts";

/** A claimed delivery with the message for its channel, or with the reason why it cannot be sent. */
export type Prepared = {
  readonly delivery: Claimed;
  readonly message: Message;
  readonly contentRevision: number | null;
  readonly refusal: Refusal | null;
  /** The recipient is a demo person, so the message is captured and never leaves the machine. */
  readonly captureOnly: boolean;
  /** Whether the message was just rendered and must be stored before the attempt (R43). */
  readonly fresh: boolean;
  /** Senders that were passed over, and variables for which the template printed nothing; stored with the message. */
  readonly notes: readonly string[];
  /** Whether it has a pixel, and links of ours. */
  readonly tracks?: Tracks;
  readonly postponed?: true;
  /** A policy holds it, so it is not rendered. */
  readonly held?: Held;
};

export type Held = Extract<KeptBack, { readonly kind: "hold" }>;

/** The message, or a function that renders it in a thread because its template may be slow. */
export type Preparing = Prepared | (() => Promise<Prepared>);

/**
 * A delivery that cannot be prepared fails alone, because the other deliveries of the claim belong to other people
 * (R53). An error that a thread reports about the template is part of its answer. A thread that gives no answer, for
 * example on a machine without memory or file handles, is no fault of the message, so the message is retried later.
 */
export function prepare(delivery: Claimed, facts: RenderInput, defaultFrom: string): Preparing {
  const failed = (refusal: Refusal): Prepared => {
    return {
      delivery,
      message: blank(delivery),
      contentRevision: null,
      refusal,
      captureOnly: true,
      fresh: false,
      notes: [],
    };
  };
  try {
    const made = make(delivery, facts, defaultFrom);
    return typeof made === "function" ? () => made().catch((error) => failed(unanswered(error))) : made;
  } catch (error) {
    return failed(never(`The message could not be made: ${reasonOf(error)}`));
  }
}

const unanswered = (error: unknown): Refusal => ({
  error: `The message could not be rendered now: ${reasonOf(error)}`,
  permanent: false,
  machine: true,
});

/** The person goes on as after a message that was sent. */
const NO_CONTENT: Refusal = {
  error: "There is no content for this message, or no longer.",
  permanent: true,
  skip: true,
};

/** The person goes on without it; the delivery has every reason. */
const unwanted = (reasons: readonly Reason[] | KeptBack["reasons"], error: string): Refusal => ({
  error,
  permanent: true,
  skip: true,
  reasons,
});

const noChannel = (name: string): Refusal => ({
  error: `The workspace has no ${name} channel, or it is switched off.`,
  permanent: true,
  skip: true,
});

function make(delivery: Claimed, facts: RenderInput, defaultFrom: string): Preparing {
  const workspace = facts.workspaces.get(delivery.workspaceId);
  const base = { delivery, captureOnly: workspace?.isDemo ?? false, contentRevision: null, notes: [] };
  const isPushed = goesToDevices(delivery.channel) && isProvided(delivery, facts);
  const devices = isPushed && !base.captureOnly ? { devices: facts.devices.get(delivery.personId) ?? [] } : {};
  const secret = text(workspace?.settings.webhookSecret) || null;
  const refuse = (refusal: Refusal): Prepared => ({ ...base, message: blank(delivery), refusal, fresh: false });
  if (!isChannelKind(delivery.channel)) return refuse(never(`There is no channel ${delivery.channel}.`));
  const channels = workspace?.channels ?? null;
  if (isOwnChannel(delivery.channel) && channels !== null && !channels.includes(delivery.channel))
    return refuse(noChannel(channelKinds[delivery.channel].name));
  const { renders } = channelKinds[delivery.channel];
  if (delivery.late || renders === null) return { ...base, message: blank(delivery), refusal: null, fresh: false };
  const consent = facts.consents.get(delivery.id);
  if (consent !== undefined && consent.reasons.length > 0)
    return refuse(unwanted(consent.reasons, sayReasons(consent.reasons)));
  const kept = facts.kept.get(delivery.id);
  if (kept?.kind === "skip") return refuse(unwanted(kept.reasons, sayKept(kept.reasons)));
  if (kept?.kind === "hold") return { ...postponed(delivery), held: kept };
  const { headers, ...links } = facts.linksOf(delivery, consent);
  const marks = reportMarks(delivery, facts.provided);
  const added = { ...marks, headers: { ...headers, ...marks.headers }, ...devices };
  if (!needsRendering(delivery))
    return { ...base, ...asLive(delivery, facts, { ...stored(delivery, secret), ...added }), fresh: false };

  const person = facts.people.get(delivery.personId);
  const content = callContent(delivery) ?? contentOf(delivery, facts);
  if (!workspace || !person) return refuse(never("The person no longer exists."));
  if (!content) return refuse(NO_CONTENT);

  const variables = templateVariables({
    ...{ person, workspace, links, variables: delivery.variables },
    surveyUrl: facts.surveyUrlOf(delivery),
  });
  const { sender, notes: passedOver } = chooseSender(delivery, workspace, facts.senders, defaultFrom);
  const recipient = addressOn(delivery.channel, person);
  const missesAddress = isConsentChannel(delivery.channel) ? addressKinds[delivery.channel].missing : "";
  // The app may report the device a moment after the event that starts a journey.
  if (devices.devices?.length === 0) return refuse({ error: missesAddress, permanent: false });
  const { traits } = person;
  const input = { content, variables, traits, settings: workspace.settings, recipient, sender, secret, missesAddress };
  // A record, so that the compiler asks for the renderer of a new way to render.
  const renderers: Readonly<Record<typeof renders, () => ReturnType<typeof renderMail>>> = {
    letter: () => renderMail(input),
    note: () => renderNote(input),
    call: () => renderCall({ ...input, variables: { ...variables, message: identityOf(delivery) } }),
  };
  const rendered = renderers[renders]();
  const finish = (made: Rendered): Prepared => {
    // Its row is written together with those of other messages, so a message that cannot be stored is refused before
    // that (R47).
    const unkept = made.refusal === null ? unstorable(made.message) : null;
    if (unkept !== null) return refuse(unkept);
    const secret = facts.provided.secrets.tracking;
    const { message: tracked, tracks } = trackMessage(made.message, delivery, workspace, { consent, secret });
    const whole = { idempotencyKey: delivery.idempotencyKey, ...tracked, ...added };
    const { message, refusal } = asLive(delivery, facts, whole, made.refusal);
    const notes = renders === "letter" ? [...passedOver, ...made.notes] : made.notes;
    const contentRevision = delivery.contentId === null ? null : content.revision;
    return { ...base, message, refusal, fresh: refusal === null, notes, tracks, contentRevision };
  };
  if (typeof rendered !== "function") return finish(rendered);
  return async () => {
    const slow = await rendered();
    return slow ? finish(slow) : postponed(delivery);
  };
}

/** The workspace has set a service up for the channel of the message. */
const isProvided = ({ workspaceId, channel }: Claimed, { provided }: RenderInput): boolean =>
  (provided.setUps.get(workspaceId) ?? []).some(({ service }) => CHANNEL_OF_SERVICE[service] === channel);

/** There is no time to render it now: it returns to the queue, and the attempt is not counted. */
export function postponed(delivery: Claimed): Prepared {
  return {
    delivery,
    message: blank(delivery),
    contentRevision: null,
    refusal: null,
    captureOnly: false,
    fresh: false,
    notes: [],
    postponed: true,
  };
}

function contentOf({ contentId, contentRevision }: Claimed, facts: RenderInput): RenderedContent | undefined {
  if (contentId === null) return undefined;
  return facts.content.get(`${contentId} ${contentRevision}`) ?? facts.content.get(contentId);
}

/** The fields by which an endpoint can tell calls apart. */
function identityOf({ idempotencyKey, enrollmentId, nodeId, visit }: Claimed) {
  return { id: idempotencyKey, enrollmentId, nodeId, visit };
}

function stored(delivery: Claimed, secret: string | null): Message {
  const { method, headers, replyTo, cc } = delivery.rendered ?? {};
  return {
    idempotencyKey: delivery.idempotencyKey,
    recipient: delivery.recipient ?? "",
    sender: delivery.sender ?? "",
    subject: delivery.subject ?? "",
    html: delivery.rendered?.html ?? "",
    text: delivery.rendered?.text ?? "",
    ...(delivery.attempts > 1 ? { isRepeated: true } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...(cc ? { cc } : {}),
    ...(method === undefined ? {} : { request: { method, headers: headers ?? {}, secret } }),
  };
}

function blank(delivery: Claimed): Message {
  return { idempotencyKey: delivery.idempotencyKey, recipient: "", sender: "", subject: "", html: "", text: "" };
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
