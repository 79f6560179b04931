import { describe } from "vitest";
import { everyDialect } from "../dialect.cases.ts";
import type { JourneyDraft } from "../dialect.ts";
import { onboarding, propertyCalledEvent, short } from "./fixtures.ts";
import { transitionGraph } from "./index.ts";

const none = { type: "none" } as const;
const shortNormal = {
  name: "Short",
  entryEvent: null,
  entryNode: "a",
  nodes: {
    a: { action: none, terminal: false },
    b: { action: { type: "advance_stage" as const, stageName: "active" }, terminal: false },
    c: { action: none, terminal: true },
  },
  transitions: [
    { name: "a-to-b", from: "a", to: "b", trigger: { type: "timer" as const, delay: "45m" } },
    { name: "a-to-b-2", from: "a", to: "b", trigger: { type: "event" as const, event: "app.x" } },
    { name: "b-to-c", from: "b", to: "c", trigger: { type: "timer" as const, delay: "0m" } },
  ],
};

/** `{"event": …}` would be read as a part of entry conditions, but here it is a property of the event. */

const drawn: JourneyDraft = {
  name: "Drawn",
  description: "Drawn on the canvas",
  document: {
    nodes: [
      node("n1", "TRIGGER", "start", { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.in" } }),
      { ...node("n2", "CONTENT", "mail", { contentType: "email", variables: { plan: "pro" } }), contentId: "mail" },
      node("n3", "EXIT", "goodbye", {}),
    ],
    edges: [edge("e1", "n1", "n2"), edge("e2", "n2", "n3")],
    settings: { reEntry: "restart" },
    goalConfig: null,
    audienceId: null,
    allowAnonymous: false,
  },
};

function node(id: string, type: "TRIGGER" | "CONTENT" | "EXIT", name: string, config: Record<string, unknown>) {
  return { id, type, name, config, position: { x: 7, y: id.length * 100 }, contentId: null };
}

function edge(id: string, sourceNodeId: string, targetNodeId: string) {
  const plain = { branch: null, label: null, weight: null, trigger: null };
  return { id, name: `${sourceNodeId} to ${targetNodeId}`, sourceNodeId, targetNodeId, ...plain };
}

const wrong = (change: (graph: Record<string, never>) => unknown) => change(structuredClone(onboarding) as never);

describe("transition graph", () => {
  everyDialect(transitionGraph, {
    foreign: [
      {
        name: "the onboarding of the document",
        foreign: onboarding,
        run: { events: [{ after: "1d", eventName: "app.upgraded_plan", properties: { plan: "pro" } }] },
      },
      { name: "a graph with everything left out that may be", foreign: short, normal: shortNormal },
      { name: "an entry condition on a property called event", foreign: propertyCalledEvent },
    ],
    drafts: [{ name: "a journey drawn here", draft: drawn }],
    wrong: [
      { name: "no nodes", foreign: wrong(({ nodes: _, ...graph }) => graph), pointer: "/nodes", code: "missing_field" },
      {
        name: "a name of the wrong type",
        foreign: { ...onboarding, name: 5 },
        pointer: "/name",
        code: "wrong_type",
      },
      {
        name: "an unknown action",
        foreign: { ...onboarding, nodes: { ...onboarding.nodes, "a/b": { action: { type: "send_fax" } } } },
        pointer: "/nodes/a~1b/action/type",
        code: "unknown_type",
      },
      {
        name: "an email without template",
        foreign: { ...onboarding, nodes: { ...onboarding.nodes, x: { action: { type: "send_email" } } } },
        pointer: "/nodes/x/action/templateSlug",
        code: "missing_field",
      },
      {
        name: "a transition to nowhere",
        foreign: { ...onboarding, transitions: [{ ...onboarding.transitions[0], to: "nowhere" }] },
        pointer: "/transitions/0/to",
        code: "unknown_target",
      },
      {
        name: "an entry node that is not there",
        foreign: { ...onboarding, entryNode: "nowhere" },
        pointer: "/entryNode",
        code: "unknown_target",
      },
      {
        name: "two transitions of one name",
        foreign: { ...onboarding, transitions: [onboarding.transitions[0], onboarding.transitions[0]] },
        pointer: "/transitions/1/name",
        code: "duplicate_name",
      },
      {
        name: "a delay that is no duration",
        foreign: {
          ...onboarding,
          transitions: [{ from: "nudge_1", to: "done", trigger: { type: "timer", delay: "soon" } }],
        },
        pointer: "/transitions/0/trigger/delay",
        code: "bad_duration",
      },
      {
        name: "a filter under another name",
        foreign: {
          ...onboarding,
          transitions: [{ from: "nudge_1", to: "done", trigger: { type: "event", event: "x", filters: { a: 1 } } }],
        },
        pointer: "/transitions/0/trigger/filters",
        code: "unknown_field",
      },
    ],
  });
});
