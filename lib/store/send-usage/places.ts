import type { Fragment } from "#db";
import { CAPPED_CHANNELS, type CappedChannel, ID_END, idEnd, type Sent } from "#policies";
import type { Connection } from "../sql/connection.ts";

/** Stored: a letter belongs to its channel for good, and no two channels have the same. */
const LETTERS: Readonly<Record<CappedChannel, string>> = { email: "e", sms: "s", push: "p", inapp: "i" };
const CHANNEL_OF = new Map(CAPPED_CHANNELS.map((channel) => [LETTERS[channel], channel]));
/** Milliseconds since 1970 in base 36, until the year 2059. */
const TIME_DIGITS = 8;
const NO_TOPIC = "-".repeat(ID_END);
const LENGTH = TIME_DIGITS + 1 + 2 * ID_END;

/**
 * The text that `send_usage.places` holds: 33 characters for each message, its time, its channel, and the ends of the ids
 * of delivery and topic. JSON of the same took 110, which PostgreSQL compresses and moves out of the row at twenty.
 */
export function writePlaces(sent: readonly Sent[]): string {
  let text = "";
  for (const { at, channel, id, topic } of sent) {
    const time = at.toString(36).padStart(TIME_DIGITS, "0");
    text += time + LETTERS[channel] + idEnd(id) + (topic === null ? NO_TOPIC : idEnd(topic));
  }
  return text;
}

/** What a row holds; `former` is what a process of an older release wrote since. */
export function sentOf({ places, former }: StoredPlaces): Sent[] {
  const sent = readPlaces(places);
  if (former === null) return sent;
  const older = former.map((one) => ({ ...one, id: idEnd(one.id), topic: one.topic && idEnd(one.topic) }));
  return [...sent, ...older].sort((one, other) => one.at - other.at);
}

export type StoredPlaces = { readonly places: string; readonly former: readonly Sent[] | null };

/** The columns of `StoredPlaces`; the alias is the table's name. */
export const storedPlaces = (sql: Connection): Fragment =>
  sql`coalesce(send_usage.places, '') as places,
    case when send_usage.sent::text <> '[]' then send_usage.sent end as former`;

/**
 * What a change of a row keeps of its text (from which character, and how many) and what comes behind it: most changes
 * only add one place. `known` is what was read of the row.
 */
export function changeOf(known: readonly Sent[], sent: readonly Sent[]): PlacesChange {
  const [first] = sent;
  const from = first === undefined ? -1 : known.indexOf(first);
  let kept = 0;
  while (from !== -1 && from + kept < known.length && known[from + kept] === sent[kept]) kept++;
  return { keepFrom: Math.max(0, from) * LENGTH, keep: kept * LENGTH, added: writePlaces(sent.slice(kept)) };
}

export type PlacesChange = { readonly keepFrom: number; readonly keep: number; readonly added: string };

/** Called for each message of thousands: it looks at signs one by one, and takes a topic from the message before. */
function readPlaces(text: string): Sent[] {
  const sent: Sent[] = [];
  let known = NO_TOPIC;
  for (let from = 0; from + LENGTH <= text.length; from += LENGTH) {
    const [letter, id, topic] = [from + TIME_DIGITS, from + TIME_DIGITS + 1, from + TIME_DIGITS + 1 + ID_END];
    const channel = CHANNEL_OF.get(text.charAt(letter));
    if (channel === undefined) continue;
    if (!text.startsWith(known, topic)) known = text.slice(topic, topic + ID_END);
    sent.push({
      at: timeAt(text, from),
      channel,
      id: text.slice(id, topic),
      topic: known === NO_TOPIC ? null : known,
    });
  }
  return sent;
}

const [ZERO, NINE, A] = [48, 57, 97];

function timeAt(text: string, from: number): number {
  let at = 0;
  for (let place = from; place < from + TIME_DIGITS; place += 1) {
    const sign = text.charCodeAt(place);
    at = at * 36 + (sign <= NINE ? sign - ZERO : sign - A + 10);
  }
  return at;
}
