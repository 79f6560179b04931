import { isConsentChannel } from "#consent";
import type { Content } from "#data";
import { contentLabel } from "#words";

/** What a broadcast can send, by id, with its channel. */
export function messagesIn(contents: readonly Content[]): Record<string, string> {
  const messages = contents.filter(({ type }) => isConsentChannel(type));
  return Object.fromEntries(messages.map(({ id, name, type }) => [id, `${name} · ${contentLabel(type)}`]));
}
