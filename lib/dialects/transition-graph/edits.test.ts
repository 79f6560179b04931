import { describe, expect, test } from "vitest";
import type { JourneyDraft, Reading } from "../dialect.ts";
import {
  addNode,
  addTransition,
  createScaffold,
  removeNode,
  removeTransition,
  topologyWarnings,
  transitionGraph,
  updateGraph,
  updateNode,
  updateTransition,
} from "./index.ts";

const SEED = "journey";
const welcome = { type: "send_email", templateSlug: "welcome-email" };
const timer = (delay: string) => ({ type: "timer", delay });
const on = (event: string) => ({ type: "event", event });

function done({ journey, problems }: Reading): JourneyDraft {
  expect(problems).toEqual([]);
  if (journey === null) throw new Error("There is no journey.");
  return journey;
}
const graphOf = (journey: JourneyDraft) => transitionGraph.write(journey).foreign;
const codes = ({ problems }: Reading) => problems.map(({ code, pointer }) => `${code} ${pointer}`);

const scaffold = done(
  createScaffold({ name: "Onboarding", entryEvent: "user.created", entryNode: "welcome_email" }, SEED),
);
const steps: readonly ((journey: JourneyDraft) => Reading)[] = [
  (journey) => updateNode(journey, { name: "welcome_email", action: welcome }, SEED),
  (journey) => addNode(journey, { name: "nudge_1", action: { type: "send_email", templateSlug: "login-nudge" } }, SEED),
  (journey) => addNode(journey, { name: "done", terminal: true }, SEED),
  (journey) => addTransition(journey, { from: "welcome_email", to: "nudge_1", trigger: timer("2d") }, SEED),
  (journey) => addTransition(journey, { from: "welcome_email", to: "done", trigger: on("user.login") }, SEED),
];
const built = steps.reduce((journey, step) => done(step(journey)), scaffold);

/** The ids of nodes and edges by name, without those of the given names. */
function idsOf({ document: { nodes, edges } }: JourneyDraft, except: readonly string[] = []) {
  return [...nodes, ...edges].filter(({ name }) => !except.includes(name)).map(({ name, id }) => `${name} ${id}`);
}

describe("a journey built one step at a time", () => {
  test("has what each step added, under the names of the document", () => {
    expect(graphOf(scaffold).nodes).toEqual({ welcome_email: { action: { type: "none" }, terminal: false } });
    expect(graphOf(built).transitions).toEqual([
      { name: "welcome_email-to-nudge_1", from: "welcome_email", to: "nudge_1", trigger: timer("2d") },
      { name: "welcome_email-to-done", from: "welcome_email", to: "done", trigger: on("user.login") },
    ]);
  });

  test("keeps the ids and places of what an edit does not touch", () => {
    const edited = done(updateTransition(built, "welcome_email-to-nudge_1", timer("3d"), SEED));
    expect(idsOf(edited)).toEqual(idsOf(built));
    expect(edited.document.nodes).toEqual(built.document.nodes);
  });

  test("a second transition between two nodes gets a suffix, a given name is kept, a taken one is refused", () => {
    const again = { from: "welcome_email", to: "done" };
    const twice = done(addTransition(built, { ...again, trigger: on("app.x") }, SEED));
    expect(graphOf(twice).transitions.at(-1)?.name).toBe("welcome_email-to-done-2");
    const own = done(addTransition(twice, { ...again, trigger: on("app.y"), name: "login-success" }, SEED));
    expect(graphOf(own).transitions.at(-1)?.name).toBe("login-success");
    expect(codes(addTransition(own, { ...again, trigger: on("app.z"), name: "login-success" }, SEED))).toEqual([
      "duplicate_name /transitions",
    ]);
  });

  test("a trigger is replaced whatever its type, and a broken one is refused with its place", () => {
    const edited = done(updateTransition(built, "welcome_email-to-nudge_1", on("app.completed"), SEED));
    expect(graphOf(edited).transitions[0]?.trigger).toEqual(on("app.completed"));
    expect(codes(updateTransition(built, "welcome_email-to-nudge_1", timer("soon"), SEED))).toEqual([
      "bad_duration /transitions/0/trigger/delay",
    ]);
    expect(codes(updateTransition(built, "nothing", timer("1d"), SEED))).toEqual(["unknown_target /transitions"]);
  });

  test("removing a node removes its transitions, and the entry node stays", () => {
    const { nodes, transitions } = graphOf(done(removeNode(built, "nudge_1", SEED)));
    expect(Object.keys(nodes)).toEqual(["welcome_email", "done"]);
    expect(transitions.map(({ name }) => name)).toEqual(["welcome_email-to-done"]);
    expect(codes(removeNode(built, "welcome_email", SEED))).toEqual(["entry_node /entryNode"]);
    expect(codes(removeNode(built, "nothing", SEED))).toEqual(["unknown_target /nodes/nothing"]);
    expect(graphOf(done(removeTransition(built, "welcome_email-to-done", SEED))).transitions).toHaveLength(1);
    expect(codes(removeTransition(built, "nothing", SEED))).toEqual(["unknown_target /transitions"]);
  });

  test("a node that acts can be terminal and no longer terminal", () => {
    const ended = done(updateNode(built, { name: "nudge_1", terminal: true }, SEED));
    expect(graphOf(ended).nodes.nudge_1).toMatchObject({ action: { templateSlug: "login-nudge" }, terminal: true });
    expect(ended.document.nodes.map(({ name, type }) => `${name} ${type}`)).toContain("nudge_1_exit EXIT");
    const open = done(updateNode(ended, { name: "nudge_1", terminal: false }, SEED));
    expect(open).toEqual(built);
    const notDone = done(updateNode(built, { name: "done", terminal: false }, SEED));
    expect(notDone.document.nodes.find(({ name }) => name === "done")?.type).toBe("ACTION");
    expect(idsOf(notDone)).toEqual(idsOf(built));
  });

  test("the sender stays when the action is replaced, unless one is given", () => {
    const sent = done(updateNode(built, { name: "welcome_email", fromIdentityEmail: "hello@acme.example" }, SEED));
    const action = (journey: JourneyDraft) => graphOf(journey).nodes.welcome_email?.action;
    expect(action(sent)).toEqual({ ...welcome, fromIdentityEmail: "hello@acme.example" });
    const survey = { ...welcome, surveySlug: "onboarding-nps" };
    expect(action(done(updateNode(sent, { name: "welcome_email", action: survey }, SEED)))).toEqual({
      ...survey,
      fromIdentityEmail: "hello@acme.example",
    });
    const own = { ...welcome, fromIdentityEmail: "other@acme.example" };
    expect(action(done(updateNode(sent, { name: "welcome_email", action: own }, SEED)))).toEqual(own);
    expect(action(done(updateNode(sent, { name: "welcome_email", fromIdentityEmail: null }, SEED)))).toEqual(welcome);
  });

  test("nodes and transitions are replaced whole, one alone keeps the other, and none is left without its node", () => {
    const nodes = { welcome_email: { action: { ...welcome, templateSlug: "other" }, terminal: false } };
    expect(codes(updateGraph(built, { nodes }, SEED))).toEqual([
      "unknown_target /transitions/0/to",
      "unknown_target /transitions/1/to",
    ]);
    const replaced = graphOf(done(updateGraph(built, { nodes, transitions: [], name: "New" }, SEED)));
    expect(replaced).toMatchObject({ name: "New", nodes, transitions: [] });
    const kept = graphOf(done(updateGraph(built, { transitions: [] }, SEED)));
    expect(Object.keys(kept.nodes)).toEqual(["welcome_email", "nudge_1", "done"]);
  });

  test("the entry can be changed: event, conditions, policy and node", () => {
    const change = {
      entryEvent: "app.package.enrolled",
      entryConditions: { tier: "silver" },
      reEntryPolicy: "restart",
      entryNode: "nudge_1",
    };
    const changed = done(updateGraph(built, change, SEED));
    expect(graphOf(changed)).toMatchObject(change);
    expect(changed.document.settings).toEqual({ entryConditions: { tier: "silver" }, reEntry: "restart" });
    expect(codes(updateGraph(built, { reEntryPolicy: "sometimes" }, SEED))).toEqual(["unknown_value /reEntryPolicy"]);
  });
});

describe("steps that the format cannot say", () => {
  const condition = { ...built.document.nodes[1]!, id: "c", name: "vip", type: "CONDITION" as const };
  const plain = { branch: null, label: null, weight: null, trigger: null };
  const edge = (id: string, to: string, branch: string | null) => ({
    ...plain,
    id,
    name: id,
    sourceNodeId: "c",
    targetNodeId: built.document.nodes.find(({ name }) => name === to)?.id ?? "",
    branch,
  });
  const drawn: JourneyDraft = {
    ...built,
    document: {
      ...built.document,
      nodes: [...built.document.nodes, { ...condition, config: { expression: "person.traits.vip" }, contentId: null }],
      edges: [...built.document.edges, edge("yes", "nudge_1", "TRUE"), edge("no", "done", "FALSE")],
    },
  };

  test("survive edits of other parts whole", () => {
    const edited = done(addNode(drawn, { name: "tagged", action: { type: "tag_user", tagName: "x" } }, SEED));
    expect(edited.document.nodes.find(({ name }) => name === "vip")).toEqual(drawn.document.nodes.at(-1));
    expect(edited.document.edges).toEqual(drawn.document.edges);
  });

  test("a wait becomes a step with a timer as soon as one of its transitions is changed", () => {
    const wait = { ...condition, id: "w", name: "pause", type: "WAIT" as const, config: { duration: "2d" } };
    const way = { ...plain, id: "go", name: "go", sourceNodeId: "w", targetNodeId: condition.id };
    const nodes = [...drawn.document.nodes, { ...wait, contentId: null }];
    const waiting = { ...drawn, document: { ...drawn.document, nodes, edges: [...drawn.document.edges, way] } };
    expect(graphOf(waiting).transitions.at(-1)?.trigger).toEqual(timer("2d"));
    const edited = done(updateTransition(waiting, "go", timer("3d"), SEED));
    expect(edited.document.nodes.at(-1)).toMatchObject({ id: "w", type: "ACTION", position: wait.position });
    expect(edited.document.edges.at(-1)).toMatchObject({ id: "go", trigger: timer("3d") });
  });
});

test("the warnings name nodes that nothing reaches, that end nowhere, and that never end", () => {
  const warnings = (journey: JourneyDraft) => topologyWarnings(journey).map(({ code, node }) => `${code} ${node}`);
  expect(warnings(built)).toEqual(["dead_end nudge_1"]);
  const lonely = done(addNode(built, { name: "lonely", terminal: true }, SEED));
  const more = done(addTransition(lonely, { from: "done", to: "nudge_1", trigger: timer("1d") }, SEED));
  expect(warnings(more)).toEqual(["dead_end nudge_1", "never_taken done", "unreachable lonely"]);
  const round = done(
    addTransition(scaffold, { from: "welcome_email", to: "welcome_email", trigger: timer("1d") }, SEED),
  );
  expect(warnings(round)).toEqual(["never_ends welcome_email"]);
});
