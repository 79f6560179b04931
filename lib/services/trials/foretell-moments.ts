import { chooseZone, localTime, nextDateStart, nextScheduled, waitUntil } from "#engine";
import { DateStart, type JsonObject, TriggerConfig, UNKNOWN_TIMEZONE, WaitConfig } from "#journey";
import { type Context, invalidField, iso, requireRole } from "#services";
import { findJourney } from "#services/journeys";
import { getPerson } from "#services/people";
import { readClock } from "#store/engine-config";
import { readTimezone } from "#store/workspaces";
import { LONGEST_ZONE } from "#values";
import type { MomentsInput, MomentsOutput } from "./schema.ts";

type Asked = {
  readonly now: number;
  readonly count: number;
  readonly traits: JsonObject | null;
  readonly journey: string | null;
  readonly workspace: string;
};
type Foretold = Omit<MomentsOutput, "now" | "moments"> & { readonly moments: readonly number[] };

/**
 * When a step's config continues or enrolls people next, computed by the engine: the editor asks the server, because a
 * browser may have another release of the time zones (R49). Accepts unfinished configs.
 */
export async function foretellMoments(ctx: Context, reference: string, input: MomentsInput): Promise<MomentsOutput> {
  requireRole(ctx, "viewer");
  const { personId, type, config, count } = input;
  const [journey, now, workspace, person] = await Promise.all([
    findJourney(ctx, reference),
    readClock(ctx.database.sql),
    readTimezone(ctx.database.sql, ctx.workspaceId),
    personId === undefined ? null : getPerson(ctx, personId),
  ]);
  const { timezone } = journey.settings;
  const asked: Asked = {
    now,
    count,
    traits: person?.traits ?? null,
    journey: typeof timezone === "string" ? timezone : null,
    workspace,
  };
  const { moments, ...told } = FORETELL[type](config, asked);
  const { zone } = told;
  const say = (at: number) => ({ at: iso(at), local: localTime(at, zone ?? "UTC") });
  return { now: iso(now), ...told, moments: moments.map(say) };
}

/** How each kind of node is asked; the compiler names one that the input takes and that has no entry. */
const FORETELL: Readonly<Record<MomentsInput["type"], (config: JsonObject, asked: Asked) => Foretold>> = {
  WAIT: ofWait,
  TRIGGER: ofTrigger,
};

const nothing = (problem: string | null): Foretold => ({
  zone: null,
  zoneFrom: null,
  unreadableZone: null,
  problem,
  moments: [],
});

/** The time zone that a step uses for a person. */
function zoneFor(written: unknown, { traits, journey, workspace }: Asked): Omit<Foretold, "moments" | "problem"> {
  const { zone, from, unreadable } = chooseZone(written, { traits: traits ?? {}, journey, workspace });
  return {
    zone,
    zoneFrom: from,
    unreadableZone: unreadable === undefined ? null : String(unreadable).slice(0, 200),
  };
}

function personOf({ traits }: Asked): JsonObject {
  if (traits === null) throw invalidField(["personId"], "A person is needed: the time depends on the person");
  return traits;
}

function ofWait(config: JsonObject, asked: Asked): Foretold {
  const traits = personOf(asked);
  const parsed = WaitConfig.safeParse(config);
  if (!parsed.success) return nothing("The step is not filled in yet");
  const { now, journey, workspace } = asked;
  const at = waitUntil(config, { traits, journeyTimezone: journey, workspaceTimezone: workspace, now });
  const problem = at === null ? "The person has no such date" : null;
  return { ...zoneFor(parsed.data.zone, asked), problem, moments: at === null ? [] : [at] };
}

function ofTrigger(config: JsonObject, asked: Asked): Foretold {
  const { triggerType, triggerConfig } = config;
  if (triggerType === "DATE") return ofDate(triggerConfig, asked);
  if (triggerType !== "SCHEDULE") return nothing("This trigger does not enroll people by time");
  return ofSchedule((triggerConfig ?? {}) as JsonObject, asked);
}

function ofDate(config: unknown, asked: Asked): Foretold {
  const traits = personOf(asked);
  const parsed = DateStart.safeParse(config);
  if (!parsed.success) return nothing("The step is not filled in yet");
  const told = zoneFor(parsed.data.zone, asked);
  const value = traits[parsed.data.trait];
  const next = (after: number) => nextDateStart(parsed.data, value, told.zone ?? "UTC", after)?.at ?? null;
  const moments = repeated(next, asked);
  return {
    ...told,
    problem: moments.length === 0 ? "The person has no such date that is still to come" : null,
    moments,
  };
}

function ofSchedule(config: JsonObject, asked: Asked): Foretold {
  const { timezone: own, ...rest } = config;
  const timezone = typeof own === "string" && own !== "" ? { timezone: own } : {};
  const parsed = TriggerConfig.safeParse({ triggerType: "SCHEDULE", triggerConfig: { ...rest, ...timezone } });
  if (!parsed.success) {
    const isZone = parsed.error.issues.some(({ path }) => path.at(-1) === "timezone");
    return nothing(
      isZone ? `“${String(own).slice(0, LONGEST_ZONE)}” ${UNKNOWN_TIMEZONE}` : "The step is not filled in yet",
    );
  }
  const zone = timezone.timezone ?? asked.workspace;
  const moments = repeated((after) => nextScheduled({ ...rest, timezone: zone }, zone, after), asked);
  const zoneFrom = timezone.timezone === undefined ? "workspace" : "step";
  const problem = moments.length === 0 ? "The time is in the past" : null;
  return { zone, zoneFrom, unreadableZone: null, problem, moments };
}

function repeated(next: (after: number) => number | null, { now, count }: Asked): number[] {
  const moments: number[] = [];
  for (let at = next(now); at !== null && moments.length < count; at = next(at)) moments.push(at);
  return moments;
}
