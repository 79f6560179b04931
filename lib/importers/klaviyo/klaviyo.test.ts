import { describe, expect, it } from "vitest";
import { importerCases } from "../importers.cases.ts";
import { readImport } from "../read-import.ts";
import { madeFlow, NAMES } from "./testing.ts";

const { definition } = madeFlow.data.attributes;
const place = "/data/attributes/definition";
const steps = [`${place}/triggers/0`, ...definition.actions.map((_, index) => `${place}/actions/${index}`)];
const text = JSON.stringify(madeFlow, null, 1);

importerCases({ product: "klaviyo", text, names: NAMES, steps, secrets: ["s3cr3t-hive", "hive@hive.example"] });
// Without names for its metrics.
importerCases({ product: "klaviyo", text, steps, secrets: ["s3cr3t-hive"] });

function read(file: unknown = madeFlow, names: Record<string, string> = NAMES) {
  const result = readImport({ text: JSON.stringify(file), names });
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  const [journey] = result.journeys;
  if (!journey) throw new Error("no journey");
  const nodeOf = (id: string) => journey.nodes.find((node) => node.key === `action:${id}`);
  const plain = (key: string) => key.replace("action:", "");
  const leads = journey.edges.map(({ from, to, branch, weight }) => [plain(from), branch ?? weight, plain(to)]);
  const entry = (id: string) => journey.report.find((one) => one.foreignId === id);
  return { journey, nodeOf, leads, entry };
}

describe("a flow of Klaviyo", () => {
  it("starts by its metric under the name that is given for it", () => {
    expect(read().journey.nodes[0]?.config).toEqual({
      triggerType: "CUSTOM_EVENT",
      triggerConfig: { eventName: "Started Checkout", filter: { Currency: "NOK" } },
    });
    const unnamed = read(madeFlow, {});
    expect(unnamed.journey.nodes[0]?.config).toMatchObject({ triggerConfig: { filter: { Currency: "NOK" } } });
    expect(unnamed.entry("trigger")).toMatchObject({ unfinished: true });
    expect(unnamed.journey.unnamed).toContainEqual({ kind: "event", id: "cArT1" });
  });

  it("asks for what happened since the start of the flow as the goal", () => {
    const { journey, nodeOf, leads } = read();
    expect(nodeOf("11")?.type).toBe("GOAL_CHECK");
    expect(leads).toContainEqual(["11", "MET", "end"]);
    expect(leads).toContainEqual(["11", "NOT_MET", "12"]);
    expect(journey.goalConfig).toEqual({ type: "event", config: { eventName: "Placed Order" }, exitOnGoal: false });
  });

  it("keeps the profile filter on entry and as exit conditions", () => {
    const country = { all: [{ field: "person.traits.Country", op: "eq", value: "SE" }], not: true };
    expect(read().journey.settings).toEqual({
      reEntry: "every",
      minDaysSinceLastJourney: { days: 14, scope: "journey" },
      entryConditions: { rules: country },
      exitConditions: [{ eventName: "Placed Order" }, { rules: { all: [country], not: true } }],
    });
  });

  it("waits in two units, and until an hour in the zone of the delay", () => {
    const { nodeOf, leads } = read();
    expect(nodeOf("10")?.config).toEqual({ duration: "4h30m" });
    expect(nodeOf("13/duration")?.config).toEqual({ duration: "2d" });
    expect(nodeOf("13")?.config).toEqual({ until: { time: "09:30", weekdays: ["mon", "tue"] }, zone: "Europe/Oslo" });
    expect(leads).toContainEqual(["13/duration", null, "13"]);
  });

  it("takes branches in their order, the rest last", () => {
    const { nodeOf, leads } = read();
    expect(nodeOf("14")?.config).toMatchObject({
      branches: [
        { key: "1", label: "Keepers" },
        { key: "2", label: "Often", rules: { all: [{ event: "Placed Order", count: { gte: 3 }, within: "4w" }] } },
      ],
    });
    expect(leads).toContainEqual(["14", "1", "15"]);
    expect(leads).toContainEqual(["14", "2", "end"]);
    expect(leads).toContainEqual(["14", "default", "17"]);
  });

  it("splits people between the messages of a running test", () => {
    const { journey, leads } = read();
    expect(leads).toContainEqual(["15", 40, "15/1"]);
    expect(leads).toContainEqual(["15", 60, "15/2"]);
    expect(leads).toContainEqual(["15/1", null, "16"]);
    const texts = journey.contents.filter(({ type }) => type === "sms").map((content) => content.text);
    expect(texts).toEqual(['Hello {{ person.traits["Nick name"] }}', "{{ event_Jar }} is waiting"]);
  });

  it("names a message whose text is in a template of Klaviyo, to be written", () => {
    const { journey, entry } = read();
    expect(journey.contents[0]).toMatchObject({
      subject: "Honey for {{ person.traits.first_name|default:'you' }}",
      html: null,
    });
    expect(entry("12")).toMatchObject({ level: "approximated", unfinished: true });
  });

  it("passes what it has no counterpart for, and leaves a condition open", () => {
    const { leads, entry } = read();
    expect(leads).toContainEqual(["19", "TRUE", "22"]);
    expect(entry("20")).toMatchObject({ level: "left_out" });
    expect(entry("22")).toMatchObject({ level: "approximated", unfinished: true });
  });

  it("waits by the date that starts a flow of dates", () => {
    const trigger = {
      type: "date",
      date_field_type: "profile-property",
      date_profile_property: "properties['Harvest']",
      timedelta_value_before_date: 7,
      recurrence_frequency: "annually",
      trigger_time: "08:00:00",
      timezone: "profile",
    };
    const countdown = { id: "10", type: "countdown-delay", links: { next: null }, data: { unit: "days", value: 2 } };
    const { journey, nodeOf } = read({ triggers: [trigger], actions: [countdown], entry_action_id: "10" });
    expect(journey.nodes[0]?.config).toEqual({
      triggerType: "DATE",
      triggerConfig: { trait: "Harvest", offset: "-7d", time: "08:00", every: "year" },
    });
    expect(nodeOf("10")?.config).toEqual({ until: { trait: "Harvest", offset: "-2d" } });
  });

  it.each([
    [
      "an answer without definitions",
      { data: [{ type: "flow", id: "a", attributes: { name: "Short" } }] },
      "/data/0/attributes/definition",
    ],
    ["an entry that is not there", { ...definition, entry_action_id: "99" }, "/entry_action_id"],
    [
      "two actions of one id",
      {
        ...definition,
        actions: [
          { id: "1", type: "code" },
          { id: "1", type: "code" },
        ],
      },
      "/actions/1/id",
    ],
  ])("is refused with %s, with the place", (_, file, pointer) => {
    expect(readImport({ text: JSON.stringify(file) })).toMatchObject({ problems: [{ pointer }] });
  });
});
