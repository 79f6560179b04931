import { edgeName } from "#journey";
import type { JourneyDraft, Reading } from "../../dialect.ts";
import { edit, refused } from "./edit.ts";

/** What `transition add` says; `trigger` is JSON as people wrote it. */
export type TransitionChange = {
  readonly from: string;
  readonly to: string;
  readonly trigger: unknown;
  readonly name?: string;
};

/** Adds a transition; without a name it is called `{from}-to-{to}`, then `-2`. */
export function addTransition(journey: JourneyDraft, change: TransitionChange, seed: string): Reading {
  return edit(journey, seed, (graph) => {
    const names = new Set(graph.transitions.flatMap(({ name }) => name ?? []));
    if (change.name !== undefined && names.has(change.name))
      return refused("duplicate_name", ["transitions"], `There is a transition “${change.name}” already.`);
    const name = change.name ?? edgeName(change.from, change.to, names);
    return { ...graph, transitions: [...graph.transitions, { ...change, name }] };
  });
}

/** Replaces the trigger of a transition, whatever its type. */
export function updateTransition(journey: JourneyDraft, name: string, trigger: unknown, seed: string): Reading {
  return edit(journey, seed, (graph) => {
    if (!graph.transitions.some((transition) => transition.name === name)) return noSuchTransition(name);
    const transitions = graph.transitions.map((transition) =>
      transition.name === name ? { ...transition, trigger } : transition,
    );
    return { ...graph, transitions };
  });
}

export function removeTransition(journey: JourneyDraft, name: string, seed: string): Reading {
  return edit(journey, seed, (graph) => {
    const transitions = graph.transitions.filter((transition) => transition.name !== name);
    return transitions.length === graph.transitions.length ? noSuchTransition(name) : { ...graph, transitions };
  });
}

const noSuchTransition = (name: string) =>
  refused("unknown_target", ["transitions"], `There is no transition “${name}”.`);
