import { setImmediate as breathe } from "node:timers/promises";
import { ByteCache } from "#caches";
import { checkTemplate } from "./check-template.ts";
import { checkInThread, tooMuch } from "./in-threads.ts";
import { isSmall } from "./plain-templates.ts";
import type { TemplateError } from "./template-error.ts";

/** The first error of a source, or null; `undefined` = it could not be checked now. */
export type TemplateVerdict = TemplateError | null | undefined;

// A draft is checked at every save, and few of its messages have changed since the last one.
const verdicts = new ByteCache<TemplateError | null>(8 * 1024 * 1024, (_, error) => 2 * (error?.message.length ?? 0));

/** Checks each template source, large ones in threads. Never throws: a save must not fail if no thread is free. */
export async function checkTemplates(sources: readonly string[]): Promise<TemplateVerdict[]> {
  const found: TemplateVerdict[] = [];
  for (const source of sources) {
    const isNew = verdicts.get(source) === undefined;
    const verdict = checkTemplateHere(source);
    found.push(verdict === undefined ? await checkLarge(source) : verdict);
    if (isNew) await breathe();
  }
  return found;
}

/** The same without a thread and without waiting, for cached or short sources; takes at most about ten milliseconds. */
export function checkTemplateHere(source: string): TemplateVerdict {
  const known = verdicts.get(source);
  if (known !== undefined || !isSmall(source)) return known;
  const verdict = checkTemplate(source);
  verdicts.set(source, verdict);
  return verdict;
}

/** Only results of the check itself are cached, not a lack of time or memory. */
async function checkLarge(source: string): Promise<TemplateVerdict> {
  try {
    const verdict = await checkInThread(source);
    verdicts.set(source, verdict);
    return verdict;
  } catch (error) {
    const message = tooMuch(error);
    return message === null ? undefined : { message, line: 1 };
  }
}
