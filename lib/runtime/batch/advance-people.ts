import { advance, nothing, type Outcome, type Person, type Signal, type Trip, type Turn } from "#engine";
import { droppedAlert } from "../alerts/engine-alert.ts";
import type { Runtime } from "../runtime.ts";
import type { Configuration, LoadedWorld } from "../world/configuration.ts";
import type { Deadly } from "./after-death.ts";
import type { Batch, PersonWork } from "./batch.ts";
import { Changes } from "./changes.ts";
import { failTrip } from "./end-trip.ts";
import type { Facts } from "./facts.ts";

/** Mail that is not for the step function: the driver forwards or merges it itself (R39). */
export type Forwarded = { readonly work: PersonWork; readonly to: string };

/** What is known against the one person of a batch: their rows were refused, or their work ends processes (R17). */
export type Poison = "refused" | Deadly | null;

export type Advanced = {
  readonly changes: Changes;
  /** People that have a merge waiting, in the order met. */
  readonly merges: readonly PersonWork[];
  readonly forwarded: readonly Forwarded[];
  /** Mail that is dealt with and leaves the mailbox. */
  readonly done: PersonWork["mail"];
};

/** Runs the step function for each person of the batch, in memory (R1). */
export function advancePeople(
  runtime: Runtime,
  configuration: Configuration,
  batch: Batch,
  facts: Facts,
  poison: Poison,
): Advanced {
  const changes = new Changes();
  const merges: PersonWork[] = [];
  const forwarded: Forwarded[] = [];
  const done: PersonWork["mail"] = [];
  for (const work of batch.people.values()) {
    const person = facts.people.get(work.owner.personId);
    const world = configuration.worlds.get(work.owner.workspaceId);
    if (person?.mergedInto) {
      forwarded.push({ work, to: person.mergedInto });
      for (const row of work.mail) done.push(row);
      continue;
    }
    const merge = work.mail.findIndex((row) => row.kind === "merge");
    const ready = merge < 0 ? work : { ...work, mail: work.mail.slice(0, merge) };
    if (merge >= 0) merges.push(work);
    for (const row of ready.mail) done.push(row);
    const turn = person && world ? toTurn(runtime, world, person, ready, batch, facts) : null;
    if (turn) advancePerson(runtime, changes, ready, turn, poison);
    else for (const { enrollmentId: id } of work.due) changes.deferred.push({ owner: work.owner, row: { id } });
  }
  return { changes, merges, forwarded, done };
}

type LoadedTurn = Turn & { readonly world: LoadedWorld };

function toTurn(
  runtime: Runtime,
  world: LoadedWorld,
  person: Person,
  work: PersonWork,
  batch: Batch,
  facts: Facts,
): LoadedTurn {
  const { personId } = work.owner;
  return {
    now: batch.now,
    horizon: work.horizon,
    ...(runtime.lag === undefined ? {} : { lag: runtime.lag }),
    person,
    trips: facts.trips.get(personId) ?? [],
    past: facts.past.get(personId) ?? [],
    queued: facts.queued.get(personId) ?? [],
    failed: facts.failed.get(personId) ?? [],
    chosen: facts.chosen.get(personId) ?? {},
    events: facts.events.get(personId) ?? [],
    signals: work.mail.map(toSignal),
    world,
  };
}

function advancePerson(runtime: Runtime, changes: Changes, work: PersonWork, turn: LoadedTurn, poison: Poison): void {
  if (work.mail.length === 0 && work.due.length === 0) return;
  const { outcome, failed, dropped } =
    poison === null ? advanceOrFail(runtime, turn) : failPoisoned(runtime, turn, poison);
  if (dropped !== undefined && work.mail.length > 0)
    changes.alerts.push(droppedAlert(work.owner, work.mail, turn.now, dropped));
  for (const alert of outcome.alerts) runtime.report(`${alert.code} for person ${turn.person.id}`, alert);
  changes.add(work.owner, turn.person, outcome);
  countEnds(changes, work, turn.trips, outcome);
  letIn(changes, work, turn, outcome);
  const ended = typeof poison === "object" && poison ? `The step ended ${poison.attempts} processes.` : undefined;
  for (const trip of failed) {
    const failure = failTrip(trip, outcome.person, turn.now, ended);
    changes.add(work.owner, outcome.person, failure);
    countEnds(changes, work, [trip], failure);
  }
  deferUnmoved(changes, work, outcome, failed);
}

/** Whoever has just joined the audience of a journey without another way in is enrolled by the next batch (R28). */
function letIn(changes: Changes, { owner }: PersonWork, turn: LoadedTurn, outcome: Outcome): void {
  if (outcome.person.segments === turn.person.segments || turn.world.audiences.size === 0) return;
  for (const segment of outcome.person.segments) {
    if (turn.person.segments.includes(segment)) continue;
    for (const journeyId of turn.world.audiences.get(segment) ?? []) {
      const { workspaceId, personId } = owner;
      // As the membership's row says: a build that meets it knows that it has been let in.
      const payload = { journeyId, origin: "audience", memberSince: turn.now };
      changes.mail.push({ workspaceId, personId, kind: "enroll", payload, receivedAt: new Date(turn.now) });
    }
  }
}

/** `dropped` says why the turn's signals are gone, if they are. */
type Stepped = { readonly outcome: Outcome; readonly failed: Trip[]; readonly dropped?: string };

/** Trips whose rows were refused fail where they stand; nothing else of the turn is kept. Deadly mail is not stepped (R17). */
function failPoisoned(runtime: Runtime, turn: Turn, poison: "refused" | Deadly): Stepped {
  if (poison !== "refused") {
    const { trips } = poison;
    const failed = turn.trips.filter((trip) => trips === "all" || trips.has(trip.enrollmentId));
    const dropped = `working them off ended ${poison.attempts} processes.`;
    return { outcome: nothing(turn.person), failed, ...(trips === "all" ? { dropped } : {}) };
  }
  const { outcome, failed } = advanceOrFail(runtime, turn);
  const touched = new Set([...outcome.trips.map((trip) => trip.enrollmentId), ...outcome.ended.map((end) => end.id)]);
  const trips = turn.trips.filter((trip) => touched.has(trip.enrollmentId) && !failed.includes(trip));
  const dropped = "the database refuses to store what comes of them.";
  return { outcome: nothing(turn.person), failed: [...failed, ...trips], dropped };
}

function countEnds(changes: Changes, work: PersonWork, trips: readonly Trip[], outcome: Outcome): void {
  if (outcome.ended.length === 0) return;
  const of = new Map<string, { journeyId: string; versionId: string }>();
  for (const trip of [...trips, ...outcome.trips]) of.set(trip.enrollmentId, trip);
  for (const start of outcome.started) of.set(start.id, start);
  for (const revival of outcome.revived) of.set(revival.id, revival);
  for (const { id, journeyId, toVersionId: versionId } of outcome.moved) of.set(id, { journeyId, versionId });
  for (const end of outcome.ended) {
    const trip = of.get(end.id);
    if (trip) changes.countEnd(work.owner.shard, trip, end);
  }
}

/** An exception in a step fails the enrollment that raises it, and nobody else's (R17). */
function advanceOrFail(runtime: Runtime, turn: Turn): Stepped {
  try {
    return { outcome: advance(turn), failed: [] };
  } catch (error) {
    runtime.report(`a step of person ${turn.person.id} failed`, error);
  }
  const alone = (trip: Trip) => {
    try {
      advance({ ...turn, trips: [trip] });
      return true;
    } catch {
      return false;
    }
  };
  const sound = turn.trips.filter(alone);
  const failed = turn.trips.filter((trip) => !sound.includes(trip));
  try {
    return { outcome: advance({ ...turn, trips: sound }), failed };
  } catch (error) {
    runtime.report(`the signals of person ${turn.person.id} cannot be worked off and are dropped`, error);
    const dropped = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { outcome: nothing(turn.person), failed, dropped };
  }
}

/** Due, looked at, and nothing came of it: not claimed again for a minute, whatever the reason. */
function deferUnmoved(changes: Changes, work: PersonWork, outcome: Outcome, failed: readonly Trip[]): void {
  if (work.due.length === 0) return;
  const isTouched = (id: string) =>
    outcome.trips.some((trip) => trip.enrollmentId === id) ||
    outcome.ended.some((end) => end.id === id) ||
    failed.some((trip) => trip.enrollmentId === id);
  for (const { enrollmentId: id } of work.due)
    if (!isTouched(id)) changes.deferred.push({ owner: work.owner, row: { id } });
}

function toSignal(row: PersonWork["mail"][number]): Signal {
  return { ...row.payload, kind: row.kind, id: row.id, at: row.at } as Signal;
}
