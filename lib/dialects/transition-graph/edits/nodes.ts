import { isObject } from "#values";
import type { JourneyDraft, Reading } from "../../dialect.ts";
import type { TransitionGraph } from "../schema.ts";
import { edit, refused } from "./edit.ts";

/** What `node add` and `node update` say; `action` is JSON as people wrote it. */
export type NodeChange = {
  readonly name: string;
  readonly action?: unknown;
  readonly terminal?: boolean;
  /** The address of the sender (`--email-id`); null removes it. */
  readonly fromIdentityEmail?: string | null;
};

/** Adds a node that no transition leads to yet; without an action it does nothing. */
export function addNode(journey: JourneyDraft, change: NodeChange, seed: string): Reading {
  return edit(journey, seed, (graph) => {
    if (Object.hasOwn(graph.nodes, change.name))
      return refused("duplicate_name", ["nodes", change.name], `There is a node “${change.name}” already.`);
    const action = withSender(change.action ?? { type: "none" }, change.fromIdentityEmail);
    return { ...graph, nodes: { ...graph.nodes, [change.name]: { action, terminal: change.terminal ?? false } } };
  });
}

/** Replaces the action whole, except for the sender, which stays unless one is given; or changes only the rest. */
export function updateNode(journey: JourneyDraft, change: NodeChange, seed: string): Reading {
  return edit(journey, seed, (graph) => {
    const node = nodeOf(graph, change.name);
    if (node === undefined) return noSuchNode(change.name);
    const sender = node.action.type === "send_email" ? node.action.fromIdentityEmail : undefined;
    const action = withSender(change.action ?? node.action, change.fromIdentityEmail, sender);
    const changed = { action, terminal: change.terminal ?? node.terminal };
    return { ...graph, nodes: { ...graph.nodes, [change.name]: changed } };
  });
}

/** Removes a node with all transitions from and to it. The entry node stays: people would enter nowhere. */
export function removeNode(journey: JourneyDraft, name: string, seed: string): Reading {
  return edit(journey, seed, (graph) => {
    if (nodeOf(graph, name) === undefined) return noSuchNode(name);
    if (graph.entryNode === name)
      return refused("entry_node", ["entryNode"], `“${name}” is the entry node. Make another node the entry first.`);
    const { [name]: _removed, ...nodes } = graph.nodes;
    return { ...graph, nodes, transitions: graph.transitions.filter(({ from, to }) => from !== name && to !== name) };
  });
}

const nodeOf = (graph: TransitionGraph, name: string) =>
  Object.hasOwn(graph.nodes, name) ? graph.nodes[name] : undefined;

const noSuchNode = (name: string) => refused("unknown_target", ["nodes", name], `There is no node “${name}”.`);

/** Only mails have a sender; one that the action itself names wins over the one of before. */
function withSender(action: unknown, given: string | null | undefined, before?: string | null): unknown {
  if (!isObject(action) || action.type !== "send_email") return action;
  const { fromIdentityEmail = before, ...others } = action;
  const sender = given === undefined ? fromIdentityEmail : given;
  return sender === undefined || sender === null ? others : { ...others, fromIdentityEmail: sender };
}
