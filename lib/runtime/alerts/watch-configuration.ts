import { isTimezone } from "#journey";
import type { Configuration } from "#store/snapshot";
import type { Connection } from "#store/sql";
import { findStoodOn } from "#store/versions";
import type { RaisedAlert } from "./raised-alert.ts";

/**
 * Versions that cannot be run, and workspaces with an invalid time zone. The engine skips both, so an operator has to
 * be told (R53). A version that nobody enters and nobody stands on is not reported, because nobody could fix it.
 */
export async function watchConfiguration(
  sql: Connection,
  { snapshots, faulty }: Configuration,
  now: number,
): Promise<RaisedAlert[]> {
  const entered = [...snapshots.values()].flatMap(({ journeys }) =>
    [...journeys.values()].map((one) => one.entryVersionId),
  );
  const inUse = new Set([...entered, ...(await findStoodOn(sql, [...faulty.keys()]))]);
  const found = [...faulty].filter(([versionId]) => inUse.has(versionId));
  const versions = found.map(([versionId, { workspaceId, journeyId, why }]): RaisedAlert => {
    const text = `A version cannot be run (${why}): nobody enters it, and people on it stay at their step. Publish the journey again.`;
    return { code: "set_aside", workspaceId, journeyId, at: now, text, counting: "is", subject: versionId };
  });
  const zones = [...snapshots.values()].flatMap(({ workspace: { id, timezone } }): RaisedAlert[] => {
    if (isTimezone(timezone)) return [];
    const text = `The workspace’s time zone “${timezone}” is not one of the tz database. Choose one such as Europe/Berlin in the settings.`;
    return [
      { code: "set_aside", workspaceId: id, journeyId: null, at: now, text, counting: "is", subject: "timezone" },
    ];
  });
  return [...versions, ...zones];
}
