import { ByteCache } from "#caches";
import { isSnsAddress, type RawCall, readSes, readSns } from "#feedback";
import type { Source } from "./find-source.ts";
import type { Heard } from "./read-call.ts";

/** Fetches a text from an address on the internet; null = it cannot be had. */
export type OutgoingFetch = (url: string) => Promise<string | null>;

const certificates = new ByteCache<string>(1_000_000, (_, certificate) => certificate.length);

/** A call of Amazon's notification service. A new subscription of the workspace's own topic is confirmed at once. */
export async function readSesCall({ row }: Source, call: RawCall, fetchText: OutgoingFetch): Promise<Heard | string> {
  const verdict = await readSns(call.body, (url) => cached(url, fetchText));
  if (!verdict.ok) return verdict.fault;
  const { message } = verdict;
  if (message.topic !== row.settings.topicArn) return "The message is of another topic than the one that is set up.";
  if (message.type === "notification") return { reports: readSes(message.message, message.id), once: null, wish: null };
  const isConfirmable = isSnsAddress(message.subscribeUrl, /^\/$/);
  if (isConfirmable && (await fetchText(message.subscribeUrl)) === null) return "Amazon did not take the confirmation.";
  return { reports: [], once: null, wish: null };
}

async function cached(url: string, fetchText: OutgoingFetch): Promise<string | null> {
  const kept = certificates.get(url);
  if (kept !== undefined) return kept;
  const fetched = await fetchText(url);
  if (fetched !== null) certificates.set(url, fetched);
  return fetched;
}
