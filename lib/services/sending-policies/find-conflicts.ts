import { SHARD_COUNT } from "#db";
import type { Context } from "#services";
import { countOverlaps } from "#store/deliveries";
import { readJourneyTitles } from "#store/journeys";
import type { JourneyConflict, JourneyConflicts } from "./schema.ts";

const MOST = 50;

/**
 * Pairs of journeys that reach the same people: who is in both now, and who got messages of both on a channel within
 * 24 hours, in the last seven days. Exact for few people, else scaled from a share of all.
 */
export async function findConflicts(ctx: Context): Promise<JourneyConflicts> {
  const { overlaps, shards } = await countOverlaps(ctx.database.sql, ctx.workspaceId);
  const ids = [...new Set(overlaps.flatMap(({ one, other }) => [one, other]))];
  const names = new Map(await readJourneyTitles(ctx.database.sql, ctx.workspaceId, ids));
  const scaled = (people: number) => Math.round((people * SHARD_COUNT) / shards);
  const pairs = [...Map.groupBy(overlaps, ({ one, other }) => `${one} ${other}`).values()].flatMap(
    (rows): JourneyConflict[] => {
      const [{ one, other } = { one: "", other: "" }] = rows;
      const [first, second] = [names.get(one), names.get(other)];
      if (first === undefined || second === undefined) return [];
      const inBoth = rows.find(({ channel }) => channel === null)?.people ?? 0;
      const met = rows.flatMap(({ channel, people }) =>
        channel === null ? [] : [{ channel, people: scaled(people) }],
      );
      return [
        {
          journeys: [
            { id: one, name: first },
            { id: other, name: second },
          ],
          inBoth: scaled(inBoth),
          sameChannel: met,
        },
      ];
    },
  );
  const weight = ({ inBoth, sameChannel }: JourneyConflict) =>
    Math.max(0, ...sameChannel.map(({ people }) => people)) * 1e9 + inBoth;
  return {
    exact: shards === SHARD_COUNT,
    conflicts: pairs.sort((left, right) => weight(right) - weight(left)).slice(0, MOST),
  };
}
