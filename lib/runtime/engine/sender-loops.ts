import { SECOND_MS } from "#times";
import { sendConfirmations } from "../confirmations/index.ts";
import { sendNotices } from "../notices/index.ts";
import { type OutboxRuntime, openDeadWatch, runOutbox } from "../outbox/index.ts";
import type { Runtime } from "../runtime.ts";
import { sendSenderLinks } from "../sender-links/index.ts";
import { sendTests } from "../test-sends/index.ts";
import type { Gate } from "./gate.ts";
import { type Loop, startLoop } from "./loop.ts";

/** How soon the other processes notice a dead sender. */
const DEAD_LOOK_MS = 2 * SECOND_MS;

/** Loops of a process that sends. Only the outbox is woken by batches: nothing else waits for what they write. */
export function startSenderLoops(
  sender: OutboxRuntime,
  gate: Gate,
  { pollMs, report }: { readonly pollMs: number; readonly report: Runtime["report"] },
): Loop[] {
  const lanes = (["messages", "webhooks"] as const).map((lane) => {
    const work = gate.behind(async () => (await runOutbox(sender, lane)) > 0);
    return startLoop({ name: `outbox for ${lane}`, work, idleMs: pollMs, wakes: true, report });
  });
  const others: readonly (readonly [name: string, idleMs: number, run: () => Promise<number>])[] = [
    ["links for senders", SECOND_MS, () => sendSenderLinks(sender)],
    ["test mails", SECOND_MS, () => sendTests(sender)],
    ["alerts and reports", SECOND_MS, () => sendNotices(sender)],
    ["confirmations", SECOND_MS, () => sendConfirmations(sender)],
    ["claims of dead senders", DEAD_LOOK_MS, openDeadWatch(sender)],
  ];
  return [
    ...lanes,
    ...others.map(([name, idleMs, run]) =>
      startLoop({ name, work: async () => (await run()) > 0, idleMs, wakes: false, report }),
    ),
  ];
}
