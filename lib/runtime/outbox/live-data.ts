import { type LiveCall, type Message, rendersOf } from "#channels";
import { durationSeconds, type JsonObject, MOST_ANSWER_BYTES, MOST_CALL_SECONDS, parseDuration } from "#journey";
import type { RenderedContent } from "#store/content";
import type { Claimed } from "#store/deliveries";
import { SECOND_MS } from "#times";
import { isObject } from "#values";
import { never, type Refusal } from "./render.ts";
import type { RenderInput } from "./render-input.ts";

/** The call of a live-data step, as its delivery carries it; null = the delivery is a message. */
const callOf = ({ channel, config }: Claimed): JsonObject | null =>
  rendersOf(channel) === "call" && isObject(config.liveData) ? config.liveData : null;

/** A live-data step has no content item: its own config is the template of the call. */
export function callContent(delivery: Claimed): RenderedContent | null {
  const call = callOf(delivery);
  if (call === null) return null;
  const { url, method = "GET", headers, body } = call;
  const empty = { subject: null, html: null, text: null, mail: null, compiled: null };
  return { ...empty, id: "", name: "The call", revision: 0, body: { url, method, headers, body }, onEmpty: "send" };
}

/**
 * A rendered call with the limits of its step and the secret of its endpoint, which are not stored with it; any other
 * message as it is.
 */
export function asLive(
  delivery: Claimed,
  { provided }: RenderInput,
  message: Message,
  refusal: Refusal | null = null,
): { readonly message: Message; readonly refusal: Refusal | null } {
  const call = callOf(delivery);
  if (call === null || message.request === undefined) return { message, refusal };
  const { workspaceId, idempotencyKey } = delivery;
  const endpoint = (provided.endpoints.get(workspaceId) ?? []).find(({ key }) => key === call.endpoint);
  if (call.endpoint !== undefined && endpoint === undefined) {
    const error = `The endpoint ${JSON.stringify(call.endpoint)} is not set up in the settings of channels, or its secret cannot be read.`;
    return { message, refusal: refusal ?? never(error) };
  }
  const live: LiveCall = {
    workspaceId,
    timeoutMs: msOf(call.answerWithin, MOST_CALL_SECONDS * SECOND_MS),
    maxBytes: typeof call.maxBytes === "number" ? call.maxBytes : MOST_ANSWER_BYTES,
    cacheForMs: msOf(call.cacheFor, 0),
    credentials: endpoint ? { origin: endpoint.origin, name: endpoint.header, value: endpoint.value } : null,
  };
  const headers = { ...message.request.headers, "idempotency-key": idempotencyKey };
  return { message: { ...message, request: { ...message.request, headers, live } }, refusal };
}

function msOf(written: unknown, otherwise: number): number {
  const duration = parseDuration(written);
  return duration === null ? otherwise : durationSeconds(duration) * SECOND_MS;
}
