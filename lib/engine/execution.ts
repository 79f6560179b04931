import type { JsonObject } from "#journey";
import type { Hop, Person } from "./advance-input.ts";
import { place } from "./enrollment-order.ts";
import type { Timer } from "./enrollment-state.ts";
import type { RuleContext } from "./guards/index.ts";
import { derivedId } from "./ids.ts";
import type { AdvanceState, Cause, Pending, PreparedState, RunningEnrollment } from "./model.ts";
import { dropQueued, OUTLIVES } from "./pauses/queue.ts";
import { ruleContextFor, viewOf, zoneOf } from "./person/rule-context.ts";
import type { ProgramExit } from "./program.ts";
import type { EpochMs, ExitReason, LoggedEvent } from "./signal.ts";

/** Something that happens to the person: a signal, a timer, or an effect of a node. */
export type Occurrence = {
  readonly advanceState: AdvanceState;
  readonly cause: Cause;
  /** The time of the signal or of the timer (epoch ms). */
  readonly at: EpochMs;
};

type Distributed<T> = T extends unknown ? Omit<T, "depth" | "root" | "at"> : never;
/** An effect without its depth and root, which the cause supplies. */
export type SetOff = Distributed<Pending>;

/**
 * Adds an effect on the same person; it is processed right after the present occurrence (R22). `depth` counts the
 * effects since the last external cause.
 */
export function setOff({ advanceState, cause, at }: Occurrence, item: SetOff, depth = cause.depth + 1): void {
  advanceState.pending.push({ ...item, depth, root: cause.root, at });
}

/** The reason and receipt of an enrollment that ends before it reaches the end of its path. */
export type Ending = {
  readonly status: "completed" | "stopped";
  readonly reason: ExitReason;
  readonly cause: string;
  readonly receipt?: JsonObject;
};

type Counted = "entered" | "advanced" | "exited" | "failed";

/**
 * Applies one occurrence to one enrollment. Only this class changes the position of the enrollment, counts its visits
 * (R36) and writes its history; nodes, exit rules and timers call it.
 */
export class Execution implements Occurrence {
  readonly advanceState: AdvanceState;
  readonly cause: Cause;
  readonly at: EpochMs;
  readonly enrollment: RunningEnrollment;

  constructor({ advanceState, cause, at }: Occurrence, enrollment: RunningEnrollment) {
    this.advanceState = advanceState;
    this.cause = cause;
    this.at = at;
    this.enrollment = enrollment;
  }

  /** The node of the position; undefined when the version does not contain it. */
  get state(): PreparedState | undefined {
    return this.enrollment.prepared.states.get(this.enrollment.nodeId);
  }

  /** The person as this enrollment sees them, including its own changes that are not applied yet (R22, R33). */
  get person(): Person {
    return viewOf(this.advanceState, this.enrollment);
  }

  get zone(): string {
    return zoneOf(this.advanceState, this.person, this.enrollment.prepared);
  }

  /** The values that a guard may read now. */
  facts(event: LoggedEvent | null = null): RuleContext {
    return ruleContextFor(this.advanceState, this.enrollment, this.at, event);
  }

  /**
   * The same execution at the time of the latest hop if that is later, so that a late occurrence does not make times
   * decrease.
   */
  inOrder(): Execution {
    const { at } = this.enrollment.memory;
    return this.at >= at
      ? this
      : new Execution({ advanceState: this.advanceState, cause: this.cause, at }, this.enrollment);
  }

  /** Marks the position to be stored at the end of the call. */
  touch(): void {
    this.enrollment.touched = true;
  }

  /**
   * Takes an edge into a node: the visit before ends as advanced and a new one begins. Without an edge, the enrollment
   * begins at its entry node.
   */
  hop(edge: ProgramExit | null, to: string, cause: string, receipt: JsonObject): void {
    const { enrollment, at } = this;
    if (edge !== null) {
      this.count(enrollment.nodeId, "advanced");
      this.count(edge.edgeId, "advanced");
    }
    enrollment.memory.visit += 1;
    this.arrive({ from: edge === null ? null : enrollment.nodeId, to, edge: edge?.edgeId ?? null, at, cause, receipt });
  }

  /** Moves the position to another node, or to the same node of another version, and begins the visit there. */
  arrive(hop: Hop & { readonly to: string }): void {
    const { enrollment } = this;
    enrollment.hops.push(hop);
    enrollment.nodeId = hop.to;
    enrollment.memory.at = hop.at;
    this.touch();
    this.count(hop.to, "entered");
  }

  /** Adds to the receipt of the latest hop. */
  note(receipt: JsonObject): void {
    const { hops } = this.enrollment;
    const hop = hops.at(-1);
    if (hop !== undefined) hops.splice(-1, 1, { ...hop, receipt: { ...hop.receipt, ...receipt } });
  }

  /** Waits at the node, with the given timers of the node and its races. */
  park(timers: readonly Timer[]): void {
    this.enrollment.memory.timers = timers;
    this.touch();
  }

  /** Ends the enrollment and its visit, and adds it to the person's finished enrollments. */
  end(status: "completed" | "stopped" | "failed", exitReason: ExitReason): void {
    const { advanceState, enrollment } = this;
    if (enrollment.ended) return;
    const endedAt = Math.max(this.at, enrollment.memory.at);
    enrollment.ended = true;
    this.touch();
    this.count(enrollment.nodeId, status === "failed" ? "failed" : "exited");
    const { enrollmentId, versionId, instanceKey, epoch, enrolledAt } = enrollment;
    advanceState.out.ended.push({ id: enrollmentId, status, exitReason, endedAt, lastNodeId: enrollment.nodeId });
    advanceState.past.push({
      enrollmentId,
      journeyId: enrollment.journey.id,
      versionId,
      instanceKey,
      status,
      exitReason,
      epoch,
      enrolledAt,
      endedAt,
    });
  }

  /** Fails at its present node and records the reason in the history. */
  fail(exitReason: ExitReason, cause: string, receipt: JsonObject): void {
    this.recordEnd(cause, receipt);
    this.end("failed", exitReason);
  }

  /** Restarts an enrollment that failed, in this call or in an earlier one (R36). */
  revive(): void {
    const { advanceState, enrollment } = this;
    const { enrollmentId: id, journey, versionId } = enrollment;
    enrollment.ended = false;
    if (enrollment.stood !== undefined) delete enrollment.stood;
    this.touch();
    advanceState.past = advanceState.past.filter((past) => past.enrollmentId !== id);
    if (advanceState.enrollments.includes(enrollment)) {
      advanceState.out.ended = advanceState.out.ended.filter((end) => end.id !== id);
      return;
    }
    place(advanceState.enrollments, enrollment);
    advanceState.out.revived.push({ id, journeyId: journey.id, versionId });
  }

  /** Fails at its present node because the results could not be stored; a retry lets the enrollment wait there again (R47). */
  bar(error: string): void {
    const { advanceState, enrollment } = this;
    this.fail("step_failed", "failed", { node: this.state?.program.name, error });
    enrollment.stood = true;
    advanceState.out.cancelled.push(enrollment.enrollmentId);
  }

  /**
   * Ends the enrollment before the end of its path and cancels deliveries that are not sent yet (R27); queued person
   * changes are kept (R33).
   */
  cutShort({ status, reason, cause, receipt }: Ending): void {
    this.recordEnd(cause, { ...receipt, reason });
    this.end(status, reason);
    const { enrollmentId } = this.enrollment;
    this.advanceState.out.cancelled.push(enrollmentId);
    dropQueued(this.advanceState, (action) => action.enrollmentId === enrollmentId && !OUTLIVES[action.effect.type]);
  }

  /**
   * Adds an effect and stores its depth in the enrollment. Thus effects after a short wait still belong to the same
   * chain, and the depth limit ends chains that lead back to themselves.
   */
  emit(item: SetOff): void {
    const { memory } = this.enrollment;
    memory.depth = this.cause.depth + 1;
    memory.root = this.cause.root;
    setOff(this, item);
  }

  /** Adds one to a node's or an edge's counter (R36). */
  count(elementId: string, what: Counted): void {
    const { versionId, journey } = this.enrollment;
    const { counts } = this.advanceState.out;
    let ofVersion = counts.get(versionId);
    if (ofVersion === undefined) {
      ofVersion = new Map();
      counts.set(versionId, ofVersion);
    }
    let delta = ofVersion.get(elementId);
    if (delta === undefined) {
      delta = { journeyId: journey.id, versionId, elementId, entered: 0, advanced: 0, exited: 0, failed: 0 };
      ofVersion.set(elementId, delta);
    }
    delta[what] += 1;
  }

  /** Writes the collected hops as one history row of this cause (R7); ids sort in the order of the rows. */
  commit(): void {
    const { advanceState, enrollment, cause } = this;
    const last = enrollment.hops.at(-1);
    if (last === undefined) return;
    enrollment.seq += 1;
    advanceState.out.history.push({
      id: derivedId(
        `history:${enrollment.enrollmentId}:${enrollment.seq}`,
        last.at,
        enrollment.enrollmentId,
        enrollment.seq,
      ),
      enrollmentId: enrollment.enrollmentId,
      journeyId: enrollment.journey.id,
      versionId: enrollment.versionId,
      signalId: cause.signalId,
      signalKind: cause.kind,
      at: last.at,
      seq: enrollment.seq,
      hops: enrollment.hops,
    });
    enrollment.hops = [];
  }

  /** Records the hop without a target that ends the enrollment. */
  private recordEnd(cause: string, receipt: JsonObject): void {
    const { enrollment } = this;
    const at = Math.max(this.at, enrollment.memory.at);
    enrollment.hops.push({ from: enrollment.nodeId, to: null, edge: null, at, cause, receipt });
  }
}
