import { asking } from "../scripts/cases/ask.ts";
import { expect, test } from "./fixtures.ts";
import type { Api } from "./server/api.ts";
import { startServer } from "./server/start-server.ts";
import { drawJourney, enrollmentsBecome } from "./studio/journeys.ts";

const LONG_AGO = 'now > timestamp("2020-01-01T00:00:00Z")';

test("S1 L1: a started server answers all cases as they are written", async () => {
  test.slow();
  const { env, ask, end } = asking();
  const server = await startServer({ ...env, TZ: "America/New_York" });
  try {
    const report = await ask();
    expect(report.failures).toEqual([]);
    expect(report.cases).toBeGreaterThan(500);
    expect(report.dateReplaced).toBe(true);
  } finally {
    await server.stop();
    end();
  }
});

/** A journey with every kind of step that reads the time. */
async function askingForTheTime(api: Api) {
  const entered = { eventName: "asked_the_time", expression: LONG_AGO };
  const settings = { entryConditions: { expression: LONG_AGO } };
  const operations = [
    { type: "set_attribute", attribute: "seenAt", expression: "now" },
    { type: "tag_user", tagName: "late" },
  ];
  const journey = await drawJourney(
    api,
    "What time is it",
    [
      { type: "TRIGGER", name: "start", config: { triggerType: "CUSTOM_EVENT", triggerConfig: entered } },
      { type: "CONDITION", name: "late", config: { expression: LONG_AGO } },
      { type: "ACTION", name: "note", config: { operations } },
      { type: "WAIT_FOR_CONDITION", name: "until", config: { expression: LONG_AGO, timeout: "1d" } },
      { type: "CONDITION", name: "noted", config: { expression: "timestamp(traits.seenAt) <= now" } },
      { type: "EXIT", name: "right" },
      { type: "EXIT", name: "wrong" },
    ],
    [
      ["start", "late"],
      ["late", "note", "TRUE"],
      ["late", "wrong", "FALSE"],
      ["note", "until"],
      ["until", "noted", "met"],
      ["until", "wrong", "timeout"],
      ["noted", "right", "TRUE"],
      ["noted", "wrong", "FALSE"],
    ],
  );
  await api.patch(`/api/journeys/${journey.id}`, { settings });
  const nameOf = (id: string | null) => journey.nodes.find((node) => node.id === id)?.name;
  return { id: journey.id, nameOf };
}

type Person = { id: string; tags: string[]; traits: Record<string, unknown> };
type Enrollment = { transitions: { fromNodeId: string | null; toNodeId: string | null }[] };

test("S1: a person's way and its test run agree about the time", async ({ api }) => {
  const way = ["start", "late", "note", "until", "noted", "right"];
  const { id, nameOf } = await askingForTheTime(api);
  const { data: run } = await api.post<{ data: { path: { nodeIds: string[] } } }>(`/api/journeys/${id}/test`);
  expect(run.path.nodeIds.map(nameOf)).toEqual(way);

  await api.post(`/api/journeys/${id}/publish`);
  await api.post("/api/track", { userId: "ticker", event: "asked_the_time" });
  await enrollmentsBecome(api, id, "COMPLETED", 1);
  const { data: enrollments } = await api.get<{ data: { id: string }[] }>(`/api/journeys/${id}/enrollments`);
  const { data: enrollment } = await api.get<{ data: Enrollment }>(
    `/api/journeys/${id}/enrollments/${enrollments[0]?.id}`,
  );
  expect(enrollment.transitions.map((hop) => nameOf(hop.toNodeId)).filter(Boolean)).toEqual(way);
  const { data: people } = await api.get<{ data: Person[] }>("/api/people?externalId=ticker");
  const { data: person } = await api.get<{ data: Person }>(`/api/people/${people[0]?.id}`);
  expect(person.tags).toEqual(["late"]);
  expect(person.traits.seenAt).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});
