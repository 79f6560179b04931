import type { JourneyDraft, Reading } from "../../dialect.ts";
import { read } from "../read.ts";
import { type EditedGraph, edit } from "./edit.ts";

/** What `journey create` says. */
export type Scaffold = {
  readonly name: string;
  readonly entryEvent?: string | null;
  readonly entryNode: string;
  readonly entryConditions?: unknown;
  readonly reEntryPolicy?: unknown;
  readonly description?: string;
};

/** A journey with an entry and one node that does nothing yet. */
export function createScaffold(scaffold: Scaffold, seed: string): Reading {
  return read({ ...scaffold, nodes: { [scaffold.entryNode]: {} }, transitions: [] }, { seed });
}

/** What `journey update` says; a field that is left out stays. `nodes` and `transitions` are replaced whole. */
export type GraphChange = {
  readonly name?: string;
  readonly description?: string;
  readonly entryEvent?: string | null;
  readonly entryNode?: string;
  readonly entryConditions?: unknown;
  readonly reEntryPolicy?: unknown;
  readonly nodes?: unknown;
  readonly transitions?: unknown;
};

/** Changes the fields that are given, with JSON as people wrote it. */
export function updateGraph(journey: JourneyDraft, change: GraphChange, seed: string): Reading {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return edit(journey, seed, (graph) => ({ ...graph, ...given }) as EditedGraph);
}
