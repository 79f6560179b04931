import { isObject } from "#values";
import { checkedContent } from "../contents.ts";
import type { ImportedContent, ImportedJourney, Importer, ImportProblem, ReadOptions } from "../contract.ts";
import { drawFlow } from "../graph/draw-flow.ts";
import type { SketchNode } from "../graph/sketch.ts";
import { listOf, objectOf, textOf } from "../json.ts";
import { Outline } from "../outline.ts";
import { ExportIndex, type Found, lastingId } from "./export-index.ts";
import { Tree } from "./tree.ts";

const rootsOf = (file: unknown): readonly unknown[] => (Array.isArray(file) ? file : [file]);
const isExport = (root: unknown): boolean => isObject(root) && ("campaign" in root || "campaign_event" in root);

/** Campaigns of Mautic 7, as its export writes them. */
export const mautic: Importer = {
  product: "mautic",
  title: "Mautic",
  matches: (file) => rootsOf(file).some(isExport),
  read(file, options) {
    const roots = rootsOf(file);
    const problems = roots.flatMap((root, index) => problemsOf(root, Array.isArray(file) ? `/${index}` : ""));
    if (problems.length > 0) return { problems };
    const journeys = roots.flatMap((root, index) => {
      const exported = new ExportIndex(root, Array.isArray(file) ? `/${index}` : "");
      return exported.all("campaign").map((campaign) => readCampaign(campaign, exported, options));
    });
    return { journeys };
  },
};

function problemsOf(root: unknown, pointer: string): ImportProblem[] {
  if (!isObject(root)) return [{ pointer, message: "Is no object of an export." }];
  const problems: ImportProblem[] = [];
  if (!Array.isArray(root.campaign) || root.campaign.length === 0)
    problems.push({ pointer: `${pointer}/campaign`, message: "Names no campaign." });
  if (!Array.isArray(root.campaign_event))
    problems.push({ pointer: `${pointer}/campaign_event`, message: "The events of the campaign are missing." });
  for (const [index, event] of listOf(root.campaign_event).entries()) {
    const { id, type } = objectOf(event);
    if (textOf(id) === "" || textOf(type) === "")
      problems.push({ pointer: `${pointer}/campaign_event/${index}`, message: "An event needs an id and a type." });
  }
  return problems;
}

function readCampaign(campaign: Found, index: ExportIndex, options: ReadOptions): ImportedJourney {
  const outline = new Outline(options.names);
  const contents = new Map<string, ImportedContent>();
  const addContent = (given: ImportedContent) => {
    const { content, reasons } = checkedContent(given);
    contents.set(content.key, content);
    return reasons;
  };
  const id = textOf(campaign.fields.id);
  const events = index.all("campaign_event").filter(({ fields }) => belongsTo(fields.campaign_id, id));
  const triggers = triggersOf(campaign, index, outline);
  const tree = new Tree(events, { index, outline, addContent }, outline);
  const start = tree.placeAll();
  const { nodes, edges, namesOf } = drawFlow({ triggers, start, steps: tree.steps });
  const description = textOf(campaign.fields.description)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return {
    foreignId: lastingId(campaign),
    name: textOf(campaign.fields.name) || "Campaign",
    description: description || null,
    nodes,
    edges,
    settings: { reEntry: "once" },
    goalConfig: null,
    contents: [...contents.values()],
    segments: outline.segments,
    unnamed: outline.unnamed,
    report: outline.report(namesOf),
  };
}

/** An export of one campaign may leave out to which campaign its events belong. */
const belongsTo = (campaignId: unknown, id: string): boolean => textOf(campaignId) === "" || textOf(campaignId) === id;

function triggersOf(campaign: Found, index: ExportIndex, outline: Outline): SketchNode[] {
  const id = textOf(campaign.fields.id);
  const lists = index.sourcesOf(id, "lists").map((list) => segmentTrigger(list, outline));
  const forms = index.sourcesOf(id, "forms").map((form) => formTrigger(form, outline));
  const triggers = [...lists, ...forms];
  if (triggers.length > 0) return triggers;
  const { pointer } = campaign;
  outline.note(
    { pointer, subject: "setting", name: "Contact sources", type: "source" },
    { level: "approximated", reason: "The file names no source of contacts: people are enrolled by hand." },
  );
  return [{ key: "source", name: "Start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } }];
}

function segmentTrigger(list: Found, outline: Outline): SketchNode {
  const name = textOf(list.fields.name) || textOf(list.fields.alias);
  const segment = outline.segment(name);
  const filters = listOf(list.fields.filters).length;
  const ruled = filters > 0 ? ` Its ${filters} filters are left out.` : "";
  outline.note(
    { pointer: list.pointer, subject: "segment", id: lastingId(list), name, type: "segment" },
    {
      level: "approximated",
      reason: `People enter when they join the segment, which is created empty.${ruled} To enroll those who are in it already, choose that when you publish.`,
    },
  );
  return {
    key: `list:${lastingId(list)}`,
    name: `Enters ${name}`,
    type: "TRIGGER",
    config: { triggerType: "SEGMENT_ENTERED", triggerConfig: { segment } },
  };
}

function formTrigger(form: Found, outline: Outline): SketchNode {
  const name = textOf(form.fields.name) || textOf(form.fields.alias);
  outline.note(
    { pointer: form.pointer, subject: "setting", id: lastingId(form), name, type: "form" },
    {
      level: "approximated",
      reason: "Forms do not exist here: send the event form_submitted with the property form when this one is sent.",
    },
  );
  return {
    key: `form:${lastingId(form)}`,
    name: `Sends ${name}`,
    type: "TRIGGER",
    config: {
      triggerType: "CUSTOM_EVENT",
      triggerConfig: { eventName: "form_submitted", filter: { form: textOf(form.fields.alias) || name } },
    },
  };
}
