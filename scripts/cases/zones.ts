import { nextDateStart, nextScheduled, waitUntil } from "#engine";
import { type JsonObject, WEEKDAYS } from "#journey";
import { ClockOracle } from "./clock-oracle.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2027, 1, 1);
/** Zones without clock changes. */
const ANY = Date.UTC(2026, 5, 15, 12);

const two = (part: number): string => String(part).padStart(2, "0");
const dayOf = (wall: number): number => Math.floor(wall / DAY) * DAY;
const timeOf = (wall: number): string => `${two(new Date(wall).getUTCHours())}:${two(new Date(wall).getUTCMinutes())}`;
const textOf = (wall: number): string => new Date(wall).toISOString().slice(0, 16);

type Question = {
  readonly clock: ClockOracle;
  readonly zone: string;
  readonly from: number;
  /** A wall-clock date and time near the change, to the minute. */
  readonly wall: number;
};

/** When a person without traits continues who arrives at the wait at `from`. */
const waits = (config: JsonObject, { from, zone }: Question): number | null =>
  waitUntil(config, { traits: {}, workspaceTimezone: zone, now: from });

/** The first of these days, from the day before on, for which `of` has a moment. */
function firstDay({ clock, from }: Question, of: (day: number) => number | null): number | null {
  const today = dayOf(clock.wall(from));
  for (let ahead = -1; ahead <= 15; ahead += 1) {
    const at = of(today + ahead * DAY);
    if (at !== null) return at;
  }
  return null;
}

/** Compares the engine with the `Intl` computation. */
const QUESTIONS: Readonly<
  Record<string, (question: Question) => readonly [engine: number | null, oracle: number | null]>
> = {
  "until a date": (question) => {
    const { clock, from, wall } = question;
    return [waits({ until: { at: textOf(wall) } }, question), Math.max(from, clock.instant(wall))];
  },
  "until a time of day": (question) => {
    const { clock, from, wall } = question;
    const wanted = firstDay(question, (day) => {
      const at = clock.instant(day + (wall - dayOf(wall)));
      return day >= dayOf(clock.wall(from)) && at >= from ? at : null;
    });
    return [waits({ until: { time: timeOf(wall) } }, question), wanted];
  },
  "a day": (question) => {
    const { clock, from } = question;
    return [waits({ duration: "1d" }, question), clock.instant(clock.wall(from) + DAY)];
  },
  "a window": (question) => {
    const { clock, from, wall } = question;
    const window = { days: [...WEEKDAYS], from: timeOf(wall), to: timeOf(wall + 45 * MINUTE) };
    const wanted = firstDay(question, (day) => {
      const opens = clock.instant(day + (wall - dayOf(wall)));
      const closes = clock.instant(day + (wall - dayOf(wall)) + 45 * MINUTE);
      return closes <= opens || closes <= from ? null : Math.max(opens, from);
    });
    return [waits({ window }, question), wanted];
  },
  "a schedule": (question) => {
    const { clock, zone, from, wall } = question;
    const [hour, minute] = timeOf(wall).split(":").map(Number);
    const wanted = firstDay(question, (day) => {
      const at = clock.instant(day + (wall - dayOf(wall)));
      return at > from ? at : null;
    });
    return [nextScheduled({ cron: `${minute} ${hour} * * *`, timezone: zone }, zone, from), wanted];
  },
  "a date every year": ({ clock, zone, from, wall }) => {
    const born = `2001${textOf(wall).slice(4, 10)}`;
    const year = new Date(clock.wall(from)).getUTCFullYear();
    const inYear = (of: number) =>
      clock.instant(Date.UTC(of, new Date(wall).getUTCMonth(), new Date(wall).getUTCDate()) + (wall - dayOf(wall)));
    const wanted = [year, year + 1].map(inYear).find((at) => at > from) ?? null;
    return [nextDateStart({ trait: "d", time: timeOf(wall), every: "year" }, born, zone, from)?.at ?? null, wanted];
  },
};

/**
 * Checks every zone of this runtime around each clock change in a year and a month. Returns the differences between the
 * engine and the `Intl` computation as sentences, and the number of checks.
 */
export function compareZones(zones: readonly string[] = Intl.supportedValuesOf("timeZone")): {
  readonly asked: number;
  readonly differences: readonly string[];
} {
  let asked = 0;
  const differences: string[] = [];
  for (const question of zones.flatMap(questionsOf)) {
    for (const [name, ask] of Object.entries(QUESTIONS)) {
      const [engine, oracle] = ask(question);
      asked += 1;
      if (engine !== oracle) differences.push(tell(name, question, engine, oracle));
    }
  }
  return { asked, differences };
}

function questionsOf(zone: string): Question[] {
  const clock = new ClockOracle(zone);
  const changes = clock.changes(FROM, TO);
  return (changes.length === 0 ? [ANY] : changes).flatMap((change) => {
    const walls = [clock.wall(change - MINUTE) + 31 * MINUTE, dayOf(clock.wall(change)) + 9 * HOUR];
    return [change - 26 * HOUR, change - 20 * MINUTE, change + 10 * MINUTE].flatMap((from) =>
      walls.map((wall) => ({ clock, zone, from, wall: Math.floor(wall / MINUTE) * MINUTE })),
    );
  });
}

function tell(name: string, { zone, from, wall }: Question, engine: number | null, oracle: number | null): string {
  const say = (at: number | null) => (at === null ? "never" : new Date(at).toISOString());
  return `${zone}, ${name} (${textOf(wall)}) from ${say(from)}: the engine says ${say(engine)}, the clock ${say(oracle)}`;
}
