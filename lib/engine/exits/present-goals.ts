import { nodeKinds, type SetsOff } from "#journey";
import type { JourneyState, WorkspaceSnapshot } from "../advance-input.ts";
import type { PreparedGoal } from "../model.ts";
import { prepare } from "../prepare.ts";
import type { Program } from "../program.ts";
import { isKnown } from "../program-facts.ts";
import type { Signal } from "../signal.ts";
import { isGoalEvent, readableGoal } from "./goal.ts";

/** A journey's present goal: it counts for all past and running enrollments of the journey, on every version (R52). */
export type PresentGoal = {
  readonly journey: JourneyState;
  readonly prepared: PreparedGoal;
  readonly revision: string;
};

type GoalIndex = {
  readonly byEvent: ReadonlyMap<string, readonly PresentGoal[]>;
  /** Goals that are a state of the person. */
  readonly states: readonly PresentGoal[];
};

const indexes = new WeakMap<WorkspaceSnapshot, GoalIndex>();

/** The present goals by event name, and those that a change of the person may reach; computed once per batch. */
export function goalIndex(snapshot: WorkspaceSnapshot): GoalIndex {
  let index = indexes.get(snapshot);
  if (index === undefined) {
    const goals = [...snapshot.journeys.values()].flatMap((journey) => presentGoal(snapshot, journey) ?? []);
    index = {
      byEvent: Map.groupBy(
        goals.filter(({ prepared }) => prepared.eventName !== null),
        ({ prepared }) => prepared.eventName ?? "",
      ),
      states: goals.filter(({ prepared }) => prepared.eventName === null),
    };
    indexes.set(snapshot, index);
  }
  return index;
}

/** The key under which conversions of a version's goal are stored. */
export const countRevisionOf = ({ countRevision, goalRevision }: Program): string => countRevision ?? goalRevision;

function presentGoal(snapshot: WorkspaceSnapshot, journey: JourneyState): PresentGoal | null {
  const { goal, entryVersionId } = journey;
  if (goal === null) return null;
  if (goal !== undefined) {
    const prepared = readableGoal(goal.compiled);
    return prepared === null ? null : { journey, prepared, revision: goal.revision };
  }
  const program = entryVersionId === null ? undefined : snapshot.programs.get(entryVersionId);
  const prepared = program === undefined ? null : prepare(program).goal;
  return program === undefined || prepared === null ? null : { journey, prepared, revision: countRevisionOf(program) };
}

/** Whether a signal may reach a present goal: then counting needs the person's finished enrollments too (R52). */
export function mayReachGoal(
  snapshot: WorkspaceSnapshot,
  signal: { readonly kind: string; readonly payload: unknown },
): boolean {
  const { byEvent, states } = goalIndex(snapshot);
  if (signal.kind === "event") {
    const { event } = (signal.payload ?? {}) as Partial<Extract<Signal, { kind: "event" }>>;
    return event !== undefined && (byEvent.get(event.name) ?? []).some(({ prepared }) => isGoalEvent(prepared, event));
  }
  if (signal.kind !== "patch" || states.length === 0) return false;
  const { traits } = (signal.payload as Partial<Extract<Signal, { kind: "patch" }>> | null)?.patch ?? {};
  return traits !== undefined && states.some(({ prepared }) => attributeOf(prepared) in traits);
}

/** Whether a present goal is reached by joining or leaving a segment: any signal may cause those events. */
export function countsSegmentEvents(snapshot: WorkspaceSnapshot): boolean {
  const { byEvent } = goalIndex(snapshot);
  return byEvent.has("segment.entered") || byEvent.has("segment.left");
}

const acting = new WeakMap<Program, { readonly snapshot: WorkspaceSnapshot; readonly acts: boolean }>();

/** Whether nodes of a version create events or change traits that reach present goals; cached for the latest snapshot. */
export function actsOnGoals(snapshot: WorkspaceSnapshot, program: Program): boolean {
  const known = acting.get(program);
  if (known?.snapshot === snapshot) return known.acts;
  const { byEvent, states } = goalIndex(snapshot);
  const isOfGoal = ({ what, name }: SetsOff) =>
    (what === "event" && byEvent.has(name)) ||
    (what === "trait" && states.some(({ prepared }) => attributeOf(prepared) === firstPart(name)));
  const acts = Object.values(program.states).some(
    ({ type, config }) => !isKnown(type) || nodeKinds[type].setsOff(config).some(isOfGoal),
  );
  acting.set(program, { snapshot, acts });
  return acts;
}

const entries = new WeakMap<WorkspaceSnapshot, boolean>();

/** Whether new enrollments can come to a node that may reach a present goal; computed once per snapshot. */
export function entryActsOnGoals(snapshot: WorkspaceSnapshot): boolean {
  let acts = entries.get(snapshot);
  if (acts === undefined) {
    const programs = [...snapshot.journeys.values()].map(({ entryVersionId }) =>
      snapshot.programs.get(entryVersionId ?? ""),
    );
    acts = programs.some((program) => program !== undefined && actsOnGoals(snapshot, program));
    entries.set(snapshot, acts);
  }
  return acts;
}

/** The name of the trait, from a path into its value. */
const firstPart = (path: string): string => path.split(".", 1)[0] ?? "";

const attributeOf = ({ trait }: PreparedGoal): string => firstPart(trait ?? "");
