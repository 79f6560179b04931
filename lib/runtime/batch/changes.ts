import type {
  AdvanceResult,
  Conversion,
  CountDelta,
  DatePlan,
  EnrollmentEnd,
  EnrollmentMove,
  EnrollmentRevival,
  HeldOutGoal,
  HistoryRow,
  HoldoutSide,
  LoggedEvent,
  NearMiss,
  NewCampaign,
  OfferPick,
  Person,
  PersonChange,
  Position,
  QueuedAction,
  SplitChoice,
} from "#engine";
import type { NewEnrollment } from "#store/enrollments";
import type { InboxRow } from "#store/inbox";
import { type JourneyCount, quarterOf } from "#store/journey-counts";
import type { NearMissCount } from "#store/near-misses";
import type { OfferDelta } from "#store/offer-counts";
import type { RejectedSignal } from "#store/rejected-signals";
import type { Owned, Owner } from "#store/sql";
import { HOUR_MS } from "#times";
import { engineAlert } from "../alerts/engine-alert.ts";
import type { RaisedAlert } from "../alerts/raised-alert.ts";

type Delivery = AdvanceResult["deliveries"][number];
type ShardCount = { -readonly [Key in keyof CountDelta]: CountDelta[Key] } & { shard: number };

/** All rows of a batch, grouped by table. Each table is written by one statement with one row per key (R21). */
export class Changes {
  readonly people: Owned<Person>[] = [];
  readonly personChanges: Owned<PersonChange>[] = [];
  readonly joined: Owned<string>[] = [];
  readonly left: Owned<string>[] = [];
  /** When memberships may change by time alone (R23). */
  readonly rechecks: Owned<number>[] = [];
  /** Next dates of each person for DATE triggers (R55). */
  readonly dates: Owned<DatePlan>[] = [];
  readonly enrollments: Owned<NewEnrollment>[] = [];
  readonly changedVersion: Owned<EnrollmentMove>[] = [];
  readonly revived: Owned<EnrollmentRevival>[] = [];
  readonly ended: Owned<EnrollmentEnd>[] = [];
  readonly begun: Owned<Position>[] = [];
  readonly moved: Owned<Position>[] = [];
  readonly gone: Owned<EnrollmentEnd>[] = [];
  readonly deferred: Owned<{ id: string }>[] = [];
  readonly history: Owned<HistoryRow>[] = [];
  readonly deliveries: Owned<Delivery>[] = [];
  readonly released: Owned<AdvanceResult["released"][number]>[] = [];
  readonly cancelled: Owned<string>[] = [];
  readonly conversions: Owned<Conversion>[] = [];
  readonly choices: Owned<SplitChoice>[] = [];
  readonly sides: Owned<HoldoutSide>[] = [];
  readonly heldOutGoals: Owned<HeldOutGoal>[] = [];
  readonly picks: Owned<OfferPick>[] = [];
  readonly offerCounts: OfferDelta[] = [];
  readonly emitted: Owned<LoggedEvent>[] = [];
  readonly campaigns: Owned<NewCampaign>[] = [];
  readonly queuedAdded: Owned<QueuedAction>[] = [];
  readonly queuedRemoved: Owned<string>[] = [];
  /** Signals in the shards of this batch, processed by the next batch. */
  readonly inbox: InboxRow[] = [];
  /** Signals that leave the inbox unprocessed and are kept (R17). */
  readonly rejected: RejectedSignal[] = [];
  readonly alerts: RaisedAlert[] = [];
  readonly nodeCounts: ShardCount[] = [];
  private readonly counted = new Map<string, Map<string, ShardCount[]>>();
  readonly journeyCounts = new Map<string, JourneyCount>();
  readonly nearMisses = new Map<string, NearMissCount & { count: number; samples: Record<string, unknown>[] }>();

  /** Adds the result of advancing one person. */
  add(owner: Owner, before: Person, outcome: AdvanceResult): void {
    const own = <Row>(row: Row): Owned<Row> => ({ owner, row });
    if (typeof outcome.segmentsRecheckAt === "number") this.rechecks.push(own(outcome.segmentsRecheckAt));
    if (outcome.dates !== undefined) for (const row of outcome.dates) this.dates.push(own(row));
    this.addPerson(owner, before, outcome);
    this.addEnrollments(owner, outcome);
    for (const row of outcome.history) this.history.push(own(row));
    for (const row of outcome.deliveries) this.deliveries.push(own(row));
    for (const row of outcome.released) this.released.push(own(row));
    for (const row of outcome.cancelled) this.cancelled.push(own(row));
    for (const row of outcome.emitted) this.emitted.push(own(row));
    for (const row of outcome.campaigns) this.campaigns.push(own(row));
    if (outcome.queuedAdded.length + outcome.queuedRemoved.length > 0) this.addQueued(owner, outcome);
    for (const row of outcome.conversions) this.conversions.push(own(row));
    for (const row of outcome.choices) this.choices.push(own(row));
    for (const row of outcome.sides) this.sides.push(own(row));
    for (const row of outcome.heldOutGoals) this.heldOutGoals.push(own(row));
    if (outcome.picks.length + outcome.offerSends.length > 0) this.addOffers(owner, outcome);
    for (const delta of outcome.counts) this.countNode(owner.shard, delta);
    for (const miss of outcome.nearMisses) this.countNearMiss(owner, miss);
    for (const alert of outcome.alerts) this.alerts.push(engineAlert(owner, alert));
  }

  private addPerson(owner: Owner, before: Person, outcome: AdvanceResult): void {
    const after = outcome.person;
    if (after === before) return;
    if (!isSame(before, after)) this.people.push({ owner, row: after });
    for (const row of outcome.changes) this.personChanges.push({ owner, row });
    if (after.segments === before.segments) return;
    for (const row of after.segments) if (!before.segments.includes(row)) this.joined.push({ owner, row });
    for (const row of before.segments) if (!after.segments.includes(row)) this.left.push({ owner, row });
  }

  private addOffers({ shard, workspaceId, personId }: Owner, { picks, offerSends }: AdvanceResult): void {
    for (const row of picks) {
      const { flowId, offerId, explored } = row;
      this.picks.push({ owner: { shard, workspaceId, personId }, row });
      this.offerCounts.push({ shard, workspaceId, flowId, offerId, offered: 1, explored: explored ? 1 : 0 });
    }
    for (const { flowId, offerId } of offerSends)
      this.offerCounts.push({ shard, workspaceId, flowId, offerId, sent: 1 });
  }

  private addQueued(owner: Owner, { queuedAdded, queuedRemoved }: AdvanceResult): void {
    const removed = new Set(queuedRemoved);
    const added = new Set(queuedAdded.map((action) => action.id));
    for (const row of queuedAdded) if (!removed.has(row.id)) this.queuedAdded.push({ owner, row });
    for (const id of removed) if (!added.has(id)) this.queuedRemoved.push({ owner, row: id });
  }

  private addEnrollments(owner: Owner, outcome: AdvanceResult): void {
    const { started: starts, ended, revived: revivals } = outcome;
    // Most advances only move an enrollment, so this case skips building the maps below.
    if (starts.length + ended.length + revivals.length + outcome.moved.length === 0) {
      for (const row of outcome.enrollments) this.moved.push({ owner, row });
      return;
    }
    const ends = new Map(ended.map((end) => [end.id, end]));
    const started = new Set(starts.map((start) => start.id));
    for (const start of starts) {
      this.enrollments.push({ owner, row: { ...start, end: ends.get(start.id) ?? null } });
      this.countJourney(owner.shard, start, start.enrolledAt).enrolled += 1;
    }
    const revived = new Set<string>();
    for (const row of revivals) {
      this.revived.push({ owner, row });
      revived.add(row.id);
    }
    for (const row of outcome.moved) {
      this.changedVersion.push({ owner, row });
      this.countJourney(owner.shard, { ...row, versionId: row.fromVersionId }, null).enrolled -= 1;
      this.countJourney(owner.shard, { ...row, versionId: row.toVersionId }, null).enrolled += 1;
    }
    for (const enrollment of outcome.enrollments) {
      if (ends.has(enrollment.enrollmentId)) continue;
      const isNew = started.has(enrollment.enrollmentId) || revived.has(enrollment.enrollmentId);
      (isNew ? this.begun : this.moved).push({ owner, row: enrollment });
    }
    for (const end of ends.values()) {
      if (started.has(end.id)) continue;
      this.ended.push({ owner, row: end });
      this.gone.push({ owner, row: end });
    }
  }

  countEnd(shard: number, enrollment: { journeyId: string; versionId: string }, end: EnrollmentEnd): void {
    this.countJourney(shard, enrollment, end.endedAt)[end.status] += 1;
  }

  /** `time` in ms is when it happened; `null` if it belongs to no time. */
  private countJourney(shard: number, of: { journeyId: string; versionId: string }, time: number | null): JourneyCount {
    const at = time === null ? null : quarterOf(time);
    const key = `${shard} ${of.versionId} ${at}`;
    let count = this.journeyCounts.get(key);
    if (!count) {
      const { journeyId, versionId } = of;
      count = { shard, journeyId, versionId, at, enrolled: 0, completed: 0, stopped: 0, failed: 0 };
      this.journeyCounts.set(key, count);
    }
    return count;
  }

  private countNode(shard: number, delta: CountDelta): void {
    // Nested maps keyed by the ids themselves: building a joined string key for each delta was 3 % of a batch's time in
    // Node.
    const ofVersion = this.counted.get(delta.versionId) ?? new Map<string, ShardCount[]>();
    const ofElement = ofVersion.get(delta.elementId) ?? [];
    const count = ofElement[shard];
    if (!count) {
      const first = { shard, ...delta };
      ofElement[shard] = first;
      ofVersion.set(delta.elementId, ofElement);
      this.counted.set(delta.versionId, ofVersion);
      this.nodeCounts.push(first);
      return;
    }
    count.entered += delta.entered;
    count.advanced += delta.advanced;
    count.exited += delta.exited;
    count.failed += delta.failed;
  }

  private countNearMiss({ shard, workspaceId, personId }: Owner, miss: NearMiss): void {
    const { journeyId, reason, at, detail } = miss;
    const hour = Math.floor(at / HOUR_MS) * HOUR_MS;
    const key = `${shard} ${journeyId} ${reason} ${hour}`;
    let entry = this.nearMisses.get(key);
    if (!entry) {
      entry = { shard, workspaceId, journeyId, reason, hour, count: 0, samples: [] };
      this.nearMisses.set(key, entry);
    }
    entry.count += 1;
    if (entry.samples.length < SAMPLES_PER_BATCH) entry.samples.push({ personId, at, detail });
  }
}

/**
 * The engine returns the same objects for what it did not change. The time of the last entry is not compared, because
 * the enrollments tell it.
 */
const isSame = (before: Person, after: Person): boolean =>
  after.traits === before.traits &&
  after.tags === before.tags &&
  after.stage === before.stage &&
  after.externalId === before.externalId &&
  after.anonymousId === before.anonymousId;

/** A few examples per batch are enough for a person to investigate. */
const SAMPLES_PER_BATCH = 3;
