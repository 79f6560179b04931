import { describe, expect, it } from "vitest";
import { importerCases } from "../importers.cases.ts";
import { readImport } from "../read-import.ts";
import { madeAnswers, madeJourney } from "./testing.ts";

const base = "/journeys/journeys/0/definition";
importerCases({
  product: "dittofeed",
  text: JSON.stringify(madeAnswers),
  steps: [
    `${base}/entryNode`,
    `${base}/exitNode`,
    ...madeJourney.definition.nodes.map((_, index) => `${base}/nodes/${index}`),
  ],
  secrets: ["s3cr3t-crew", "pier@pier.example"],
});

function read(file: unknown = madeAnswers, names: Record<string, string> = {}) {
  const result = readImport({ text: JSON.stringify(file), names });
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  const [journey] = result.journeys;
  if (!journey) throw new Error("no journey");
  const nodeOf = (key: string) => journey.nodes.find((node) => node.key === `node:${key}`);
  const leads = journey.edges.map(({ from, to, branch, weight }) => [from, branch ?? weight, to]);
  const entry = (id: string) => journey.report.find((one) => one.foreignId === id);
  return { journey, nodeOf, leads, entry, skipped: result.skipped };
}

describe("a journey of Dittofeed", () => {
  it("waits for seconds, for a local time and for a date of the person", () => {
    const { nodeOf } = read();
    expect(nodeOf("wait-two")?.config).toEqual({ duration: "2d4h" });
    expect(nodeOf("morning")?.config).toEqual({ until: { time: "07:05", weekdays: ["sat", "sun"] } });
    expect(nodeOf("before-trip")?.config).toEqual({ until: { trait: "boardingAt", offset: "-1d" } });
  });

  it("waits for segments, and asks which one it was where there are several", () => {
    const { nodeOf, leads } = read();
    expect(nodeOf("booked-or-not")?.config).toEqual({ include: [{ segment: "booked-a-trip" }], timeout: "7d" });
    expect(leads).toContainEqual(["node:booked-or-not", "met", "node:before-trip"]);
    expect(leads).toContainEqual(["node:booked-or-not", "timeout", "node:toss"]);
    expect(leads).toContainEqual(["node:which", "met", "node:which/which"]);
    expect(leads).toContainEqual(["node:which/which", "1", "node:exit"]);
  });

  it("splits by percent", () => {
    const { leads } = read();
    expect(leads).toContainEqual(["node:toss", 30, "node:quiet-one"]);
  });

  it("takes messages from the templates that stand beside it, in our names for variables", () => {
    const { journey, entry } = read();
    const [tides] = journey.contents;
    expect(tides).toMatchObject({
      name: "Tide table",
      subject: "Tides for {{ person.traits.firstName | default: 'you' }}",
      html: '<p>{{ person.traits["home port"] }}</p>',
    });
    expect(entry("text")).toMatchObject({ unfinished: true, reason: expect.stringContaining("write the message") });
  });

  it("names the ids that nothing explains, and takes names for them", () => {
    const { journey } = read([madeJourney]);
    expect(journey.unnamed).toContainEqual({ kind: "segment", id: "5e91-anglers" });
    const named = read([madeJourney], { "5e91-anglers": "Anglers of the north" });
    expect(named.journey.segments).toContainEqual({ key: "anglers-of-the-north", name: "Anglers of the north" });
    expect(named.journey.unnamed).not.toContainEqual({ kind: "segment", id: "5e91-anglers" });
  });

  // The shape of an entry by an event with a key is in dittofeed/dittofeed, packages/backend-lib, keyedEventEntry.test.ts.
  it("keeps enrollments apart by the key of the event that starts them", () => {
    const entryNode = { type: "EventEntryNode", event: "berth booked", key: "berth", child: "wait-two" };
    const file = { ...madeJourney, definition: { ...madeJourney.definition, entryNode } };
    const { journey } = read(file);
    expect(journey.settings).toEqual({ reEntry: "once", instanceKey: "berth" });
    expect(journey.nodes[0]?.config).toEqual({
      triggerType: "CUSTOM_EVENT",
      triggerConfig: { eventName: "berth booked" },
    });
  });

  it("names journeys that were never started, and refuses a file that has no others", () => {
    const draft = { id: "x", workspaceId: "w", name: "Sketch", draft: { nodes: [], edges: [] } };
    expect(read([madeJourney, draft]).skipped).toEqual([
      { pointer: "/1/definition", message: expect.stringContaining("“Sketch” has no definition") },
    ]);
    expect(readImport({ text: JSON.stringify([draft]) })).toMatchObject({ problems: [{ pointer: "/0/definition" }] });
  });

  it("is refused with a node of no type and two of one id, both with their places", () => {
    const definition = {
      ...madeJourney.definition,
      nodes: [{ id: "a", type: "DelayNode" }, { id: "a", type: "DelayNode" }, { id: "b" }],
    };
    expect(readImport({ text: JSON.stringify({ ...madeJourney, definition }) })).toMatchObject({
      problems: [{ pointer: "/definition/nodes/1/id" }, { pointer: "/definition/nodes/2/type" }],
    });
  });
});
