import { findRefused, REFUSAL_REASONS } from "#store/refused-messages";
import type { Connection } from "#store/sql";
import { HOUR_MS } from "#times";
import type { RaisedAlert } from "./raised-alert.ts";

/** 1 %: an alert is raised when more than one in this many messages was refused. */
const ONE_IN = 100;

/**
 * Workspaces of which more than 1 % of the messages were refused in this hour or in the previous one; without the
 * previous one the last minutes of an hour would be missed. The clients that send such messages receive a success
 * answer, so they cannot report the problem.
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
