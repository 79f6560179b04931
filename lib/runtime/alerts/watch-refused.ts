import { findRefused, REFUSAL_REASONS } from "#store/refused-messages";
import type { Connection } from "#store/sql";
import { HOUR_MS } from "#times";
import type { RaisedAlert } from "./raised-alert.ts";

/** One in this many is the share from which refused messages are an alert: 1 %. */
const ONE_IN = 100;

/**
 * Workspaces of whose messages more than 1 % were refused in this hour, or in the last one, whose end a look may miss. The
 * clients that send them are told success and cannot tell anybody.
 */
export async function watchRefused(sql: Connection, now: number): Promise<RaisedAlert[]> {
  const found = await findRefused(sql, REFUSAL_REASONS, now - (now % HOUR_MS) - HOUR_MS, ONE_IN);
  return found.map(({ workspaceId, hour, refused, received, field }): RaisedAlert => {
    const share = `${refused} of ${received} messages since ${new Date(hour).toISOString().slice(11, 16)} UTC`;
    const text = `${share} were refused, most of them for “${field}”. The page Events shows them under Refused.`;
    const at = Math.min(now, hour + HOUR_MS - 1);
    return { code: "messages_refused", workspaceId, journeyId: null, at, text, count: refused, counting: "is" };
  });
}
