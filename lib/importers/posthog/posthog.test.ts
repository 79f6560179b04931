import { describe, expect, it } from "vitest";
import { importerCases } from "../importers.cases.ts";
import { readImport } from "../read-import.ts";
import { lengthOf } from "./durations.ts";
import { madeFile, madeWorkflow } from "./testing.ts";

importerCases({
  product: "posthog",
  text: JSON.stringify(madeWorkflow, null, 2),
  steps: madeWorkflow.actions.map((_, index) => `/actions/${index}`),
  secrets: ["s3cr3t-pass", "s3cr3t-token", "s3cr3t-key", "kiosk@kiosk.example"],
});

// The shape of such files is in PostHog/posthog at 141f45b4a3d7, products/workflows/backend/test/fixtures/workflow_code.
importerCases({
  product: "posthog",
  text: madeFile,
  steps: [
    "/trigger",
    "/steps/0",
    "/steps/1",
    "/steps/1/arms/0/then/0",
    "/steps/1/arms/1/then/0",
    "/steps/2",
    "/steps/2/branches/0/0",
    "/steps/3",
    "/exit",
  ],
  secrets: [],
});

function read(file: unknown = madeWorkflow) {
  const result = readImport({ text: typeof file === "string" ? file : JSON.stringify(file) });
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  const [journey] = result.journeys;
  if (!journey) throw new Error("no journey");
  const nodeOf = (id: string) => journey.nodes.find((node) => node.key === `action:${id}`);
  const leads = journey.edges.map(({ from, to, branch, weight, trigger }) => [
    from.replace("action:", ""),
    branch ?? weight ?? (trigger?.type === "event" ? trigger.event : null),
    to.replace("action:", ""),
  ]);
  const entry = (id: string) => journey.report.find((one) => one.foreignId === id);
  return { journey, nodeOf, leads, entry };
}

describe("a workflow of PostHog", () => {
  it.each([
    ["1.5d", "1d12h", null],
    ["30m", "30m", null],
    ["90m", "1h", "PostHog shortens 90m to 60m, and so does the import."],
    ["48h", "1d", "PostHog shortens 48h to 24h, and so does the import."],
    ["45d", "30d", "PostHog shortens 45d to 30d, and so does the import."],
    [".5h", "30m", null],
  ])("reads %s as what really ran: %s", (written, duration, reason) => {
    expect(lengthOf(written)).toEqual({ duration, reason });
  });

  it("starts by its event with filters on the event, and asks the rest on entry", () => {
    const { journey, entry } = read();
    expect(journey.nodes[0]?.config).toEqual({
      triggerType: "CUSTOM_EVENT",
      triggerConfig: {
        eventName: "ticket bought",
        filter: { line: "night" },
        expression: '("price" in event.properties && (double(event.properties["price"]) > 20.0))',
      },
    });
    expect(journey.settings.entryConditions).toEqual({
      rules: { all: [{ field: "person.traits.plan", op: "eq", value: "monthly" }] },
    });
    expect(entry("trigger_node")).toMatchObject({ level: "approximated" });
  });

  it("waits for one event, and for several by an edge each", () => {
    const { nodeOf, leads } = read();
    expect(nodeOf("again")?.config).toEqual({ eventName: "ride started", timeout: "3d" });
    expect(leads).toContainEqual(["again", "event", "exit_node"]);
    expect(leads).toContainEqual(["again", "timeout", "window"]);
    expect(nodeOf("either")).toMatchObject({ type: "WAIT", config: { duration: "12h" } });
    expect(leads).toContainEqual(["either", "refund asked", "window"]);
    expect(leads).toContainEqual(["either", "page.viewed", "window"]);
    expect(leads).toContainEqual(["either", null, "exit_node"]);
  });

  it("takes the first branch that holds, and splits what the percentages leave over", () => {
    const { nodeOf, leads } = read();
    expect(nodeOf("kind")?.config).toMatchObject({
      branches: [
        { key: "1", label: "Commuter", rules: { all: [{ field: "person.traits.rides", op: "gte", value: 20 }] } },
        { key: "2", label: "By night" },
      ],
    });
    expect(leads).toContainEqual(["kind", "default", "window"]);
    expect(leads.filter(([from]) => from === "coin")).toEqual([
      ["coin", 30, "call"],
      ["coin", 30, "exit_node"],
      ["coin", 40, "exit_node"],
    ]);
  });

  it("sends its emails with properties of the event as variables, to those whom the filter of the step means", () => {
    const { journey, nodeOf, leads, entry } = read();
    const [hello] = journey.contents;
    expect(hello).toMatchObject({
      subject: "Hello {{ person.traits.first_name }}",
      html: "<p>Line {{ event_line }}</p>",
    });
    expect(nodeOf("hello")?.config).toEqual({
      contentType: "email",
      variables: { event_line: "trigger.properties.line" },
    });
    expect(leads).toContainEqual(["hello/filter", "FALSE", "kind"]);
    expect(entry("hello")?.reason).toContain("A failure ends the workflow there");
  });

  it("calls addresses without their secrets, which it names", () => {
    const { journey, nodeOf, entry } = read();
    expect(journey.contents.find(({ type }) => type === "webhook")?.body).toEqual({
      url: "https://depot.example/in?line=7",
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: { who: "{{ person.traits.email }}", ride: "{{ event_ride_id }}" },
    });
    expect(nodeOf("call")?.config.variables).toEqual({ event_ride_id: "trigger.properties.ride.id" });
    expect(entry("call")?.reason).toContain("the header X-Api-Key");
  });

  it("has the conversion as its goal", () => {
    expect(read().journey.goalConfig).toEqual({
      type: "event",
      config: { eventName: "pass bought" },
      exitOnGoal: true,
      window: "2d",
    });
  });
});

describe("a workflow file of PostHog", () => {
  it("continues behind a branch with the step that follows it", () => {
    const { leads } = read(madeFile);
    expect(leads).toContainEqual(["which_line", "1", "depot"]);
    expect(leads).toContainEqual(["which_line", "2", "a_week"]);
    expect(leads).toContainEqual(["which_line", "default", "split"]);
    expect(leads).toContainEqual(["depot", "next", "split"]);
    expect(leads).toContainEqual(["a_week", null, "split"]);
  });

  it("leads an empty branch to the step behind it, and passes a function that is left out", () => {
    const { leads, entry } = read(madeFile);
    expect(leads.filter(([from]) => from === "split")).toEqual([
      ["split", 50, "ask_for_a_word"],
      ["split", 50, "exit_node"],
    ]);
    expect(entry("post_it")).toMatchObject({ level: "left_out" });
  });

  it("names expressions that it cannot translate", () => {
    expect(read(madeFile).entry("depot")?.reason).toContain("{upper(event.properties.line)}");
  });

  it.each([
    ["a newer version", madeFile.replace("version: 1", "version: 2"), "/version", "version 2"],
    ["no steps", madeFile.replace(/steps:[\s\S]*exit:/, "steps:\nexit:"), "/steps", "no list"],
    ["a key twice", `${madeFile}\nkey: other\n`, "", "not valid YAML in line"],
    ["a bad indentation", madeFile.replace("  type: event", " \ttype: event"), "", "not valid YAML"],
  ])("is refused with %s", (_, text, pointer, message) => {
    expect(readImport({ text })).toMatchObject({ problems: [{ pointer, message: expect.stringContaining(message) }] });
  });
});
