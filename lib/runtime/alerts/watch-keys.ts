import { readExpiringKeys } from "#store/api-keys";
import type { Connection } from "#store/sql";
import { DAY_MS } from "#times";
import type { RaisedAlert } from "./raised-alert.ts";

/** An alert two weeks before a key expires, and another one on the last day. */
const BEFORE_MS = [14 * DAY_MS, DAY_MS];

/** Keys that expire soon: the programs that use them have to change to new ones. */
export async function watchKeys(sql: Connection, now: number): Promise<RaisedAlert[]> {
  const keys = await readExpiringKeys(sql, now, Math.max(...BEFORE_MS));
  return keys.flatMap(({ id, workspaceId, name, expiresAt }) => {
    const due = BEFORE_MS.map((before) => expiresAt - before).filter((at) => at <= now);
    const text = `The key “${name}” expires at ${new Date(expiresAt).toISOString()}. Make a new one and change to it before (Settings, Secret keys).`;
    return due.map(
      (at): RaisedAlert => ({
        ...{ code: "key_expiring", workspaceId, journeyId: null, at, text, counting: "is", subject: `${id} ${at}` },
        detail: { keyId: id },
      }),
    );
  });
}
