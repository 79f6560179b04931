import { describe, expect, it } from "vitest";
import { importerCases } from "../importers.cases.ts";
import { readImport } from "../read-import.ts";
import { madeCampaign, madeExport } from "./testing.ts";

importerCases({
  product: "mautic",
  text: madeExport(),
  steps: madeCampaign.campaign_event.map((_, index) => `/0/campaign_event/${index}`),
  secrets: ["f00dfeedtoken", "s3cr3t-query", "s3cr3t-header"],
});

function read(file: unknown = [madeCampaign]) {
  const result = readImport({ text: JSON.stringify(file) });
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  const [journey] = result.journeys;
  if (!journey) throw new Error("no journey");
  const nodeOf = (name: string) => journey.nodes.find((node) => node.name === name);
  const nameOf = (key: string) => journey.nodes.find((node) => node.key === key)?.name;
  const leads = journey.edges.map(({ from, to, branch }) => [nameOf(from), branch, nameOf(to)]);
  const entry = (name: string) => journey.report.find((one) => one.name === name);
  return { journey, nodeOf, leads, entry };
}

describe("a campaign of Mautic", () => {
  it("makes a wait of the interval of a step, with the hours in which it may run", () => {
    const { nodeOf } = read();
    const window = { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:30" };
    expect(nodeOf("Wait before Ask once more")?.config).toEqual({ window });
    expect(nodeOf("Wait before Tell the back office")?.config).toEqual({ duration: "2m" });
    expect(nodeOf("Wait before Back to the city")?.config).toEqual({ duration: "1 months" });
    expect(nodeOf("Wait before Into the regulars")?.config).toEqual({ duration: "1d" });
    expect(nodeOf("Wait before Into the regulars 2")?.config).toEqual({ until: { time: "08:15" } });
  });

  it("waits for a decision as long as the step on its side “no” waits, and no longer", () => {
    const { nodeOf, leads } = read();
    expect(nodeOf("Opens the guide")?.config).toEqual({ eventName: "message.opened", timeout: "3d" });
    expect(leads).toContainEqual(["Opens the guide", "event", "Lives in Bergen?"]);
    expect(leads).toContainEqual(["Opens the guide", "timeout", "Wait before Ask once more"]);
  });

  it("follows a jump by the number of the step, not by the temporary id that the form left behind", () => {
    const { leads, entry } = read();
    expect(leads).toContainEqual(["Wait before Back to the city", null, "Lives in Bergen?"]);
    expect(entry("Back to the city")).toMatchObject({ level: "taken_over" });
  });

  it("puts steps that Mautic runs beside each other one behind the other, and says so", () => {
    const { leads, entry } = read();
    expect(leads).toContainEqual(["Enters Guide readers", null, "Mark as guided"]);
    expect(leads).toContainEqual(["Mark as guided", null, "Send the harbour guide"]);
    expect(entry("Mark as guided")).toMatchObject({ level: "taken_over" });
    expect(entry("Send the harbour guide")).toMatchObject({
      level: "approximated",
      reason: expect.stringContaining("Mautic runs it beside “Mark as guided”"),
    });
  });

  // The shape of a jump without an interval is in mautic/mautic at 20890e488f7e, Functional/Fixtures/entity_data.json.
  it("waits for a minute where a jump would go around without any wait", () => {
    const immediate = (event: Record<string, unknown>) => ({ ...event, trigger_mode: "immediate" });
    const { nodeOf, entry } = read([{ ...madeCampaign, campaign_event: madeCampaign.campaign_event.map(immediate) }]);
    expect(nodeOf("Back to the city")?.config).toEqual({ duration: "1m" });
    expect(entry("Back to the city")).toMatchObject({ level: "approximated" });
  });

  it("passes people through a step that is left out, and keeps the wait before it", () => {
    const { leads, nodeOf, entry } = read();
    expect(nodeOf("Push to the fleet")).toBeUndefined();
    expect(entry("Push to the fleet")).toMatchObject({ level: "left_out", nodes: [] });
    expect(leads).toContainEqual(["A customer of the fleet?", "TRUE", "Wait before Into the regulars"]);
  });

  it("writes contact fields as traits, and takes out what means nothing here", () => {
    const { journey, entry } = read();
    const [guide, again] = journey.contents;
    expect(guide?.subject).toBe('Your guide, {{ person.traits.firstname | default: "sailor" }}');
    expect(guide?.html).toBe("<p>Hello {{ person.traits.firstname }}</p><p> | </p>");
    expect(entry("Send the harbour guide")?.reason).toContain("{unsubscribe_text} and {webview_text}");
    expect(entry("Ask once more")).toMatchObject({ unfinished: true });
    expect(again?.html).toBeNull();
  });

  it("enters people by the campaign's segments and forms", () => {
    const { nodeOf, journey } = read();
    expect(nodeOf("Enters Guide readers")?.config).toEqual({
      triggerType: "SEGMENT_ENTERED",
      triggerConfig: { segment: "guide-readers" },
    });
    expect(nodeOf("Sends Guide form")?.config).toMatchObject({ triggerConfig: { filter: { form: "guideform" } } });
    expect(journey.segments).toEqual([{ key: "guide-readers", name: "Guide readers" }]);
  });

  it("counts the wait of a step from the same moment as Mautic does", () => {
    const [first, second] = madeCampaign.campaign_event;
    const later = { ...second, trigger_mode: "interval", trigger_interval: 5, trigger_interval_unit: "d" };
    const sooner = { ...first, trigger_mode: "interval", trigger_interval: 2, trigger_interval_unit: "d" };
    const { nodeOf } = read([{ ...madeCampaign, campaign_event: [later, sooner] }]);
    expect(nodeOf("Wait before Send the harbour guide")?.config).toEqual({ duration: "2d" });
    expect(nodeOf("Wait before Mark as guided")?.config).toEqual({ duration: "3d" });
  });

  it.each([
    ["without events", [{ campaign: [{ id: 1, name: "x" }] }], "/0/campaign_event"],
    ["without a campaign", [{ campaign: [], campaign_event: [] }], "/0/campaign"],
    ["with an event that has no type", [{ ...madeCampaign, campaign_event: [{ id: 4 }] }], "/0/campaign_event/0"],
  ])("is refused %s, with the place", (_, file, pointer) => {
    expect(readImport({ text: JSON.stringify(file) })).toMatchObject({ problems: [{ pointer }] });
  });
});
