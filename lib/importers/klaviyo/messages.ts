import type { JsonObject } from "#journey";
import type { ImportedContent } from "../contract.ts";
import type { SketchLink, SketchNode, Way } from "../graph/sketch.ts";
import { listOf, numberOf, objectOf, textOf } from "../json.ts";
import { allOf } from "../rules/join.ts";
import { safeCall } from "../webhooks.ts";
import { rulesOf, segmentOf, traitOf } from "./conditions.ts";
import {
  type Action,
  keyOf,
  leftOut,
  nameOf,
  nodeOf,
  type Scene,
  single,
  type Translate,
  type Translation,
} from "./scene.ts";
import { Texts } from "./texts.ts";

type Fields = Readonly<Record<string, unknown>>;
type Made = { readonly node: SketchNode; readonly reasons: readonly string[]; readonly isEmpty: boolean };

const NONE = { subject: null, html: null, text: null, body: {} };
const SENT = new Set(["", "live", "manual"]);

/** The content of a message and the node that sends it. */
function make(action: Action, type: ImportedContent["type"], message: Fields, scene: Scene, key = keyOf(action)): Made {
  const texts = new Texts();
  const content = contentOf(type, message, texts, scene);
  const limits = scene.addContent({
    ...NONE,
    ...content,
    key: `content:${key}`,
    type,
    name: textOf(message.name) || nameOf(action),
  });
  const isEmpty = !content.html && !content.text && Object.keys(content.body ?? {}).length === 0;
  const reasons = [...texts.reasons, ...limits, ...(content.reasons ?? [])];
  if (isEmpty)
    reasons.push(
      `The file names the template ${textOf(message.template_id) || "of another place"} and does not hold its text: write the message.`,
    );
  if (message.smart_sending_enabled === true) reasons.push("Smart Sending is left out.");
  const config: JsonObject = { contentType: type, ...texts.variables.config };
  return { node: { ...nodeOf(action, "CONTENT", config, `content:${key}`), key }, reasons, isEmpty };
}

type Parts = Partial<ImportedContent> & { readonly reasons?: readonly string[] };

function contentOf(type: ImportedContent["type"], message: Fields, texts: Texts, { outline }: Scene): Parts {
  const part = (value: unknown) => texts.translate(textOf(value)) || null;
  if (type === "webhook") {
    const { call, removed } = safeCall({
      url: part(message.url) ?? "",
      method: "POST",
      headers: objectOf(message.headers),
      body: part(message.body),
    });
    const reasons = removed.length > 0 ? [`Possible secrets are left out: ${removed.join(", ")}.`] : [];
    return { body: call.url === "" ? {} : call, reasons };
  }
  if (type === "sms") return { text: part(message.body) };
  if (type === "push") return { subject: part(message.title), text: part(message.body) };
  const template = textOf(message.template_id);
  if (template !== "") outline.nameOf("template", template);
  const reasons =
    textOf(message.from_email) === "" ? [] : ["Its sender is left out: senders are set up in this workspace."];
  if (textOf(message.preview_text) !== "") reasons.push("Its preview text is left out.");
  if (textOf(message.cc_email) + textOf(message.bcc_email) !== "") reasons.push("Copies to others are left out.");
  return { subject: (part(message.subject_line) ?? "").slice(0, 1_000), reasons };
}

export const send =
  (type: ImportedContent["type"]): Translate =>
  (action, scene) => {
    const message = objectOf(action.data.message);
    const { node, reasons, isEmpty } = make(action, type, message, scene);
    const status = textOf(action.data.status);
    const told = SENT.has(status) ? reasons : [...reasons, `Its status is ${status}: Klaviyo does not send it.`];
    const sent = single(node, told, isEmpty);
    const exits: Record<string, Way> =
      type === "webhook"
        ? { next: { node: node.key, branch: "next" }, failed: { node: node.key, branch: "failed" } }
        : { next: { node: node.key } };
    return filtered(action, message, { ...sent, piece: { nodes: [node], links: [], exits } }, scene);
  };

/** A message with filters of its own goes to those who match; the others pass it. */
function filtered(action: Action, message: Fields, sent: Translation, { outline }: Scene): Translation {
  if (listOf(objectOf(message.additional_filters).condition_groups).length === 0 || sent.piece === null) return sent;
  const rules = rulesOf(message.additional_filters, outline);
  const key = `${keyOf(action)}/filter`;
  const config = { rules: rules === null || rules.length === 0 ? { all: [] } : allOf(rules) };
  const condition: SketchNode = { key, name: `${nameOf(action)}: for whom?`, type: "CONDITION", config };
  const { nodes, links, exits } = sent.piece;
  const piece = {
    nodes: [condition, ...nodes] as const,
    links: [{ node: key, branch: "TRUE", to: nodes[0].key }, ...links],
    exits: { ...exits, skip: { node: key, branch: "FALSE" } },
  };
  if (rules !== null) return { ...sent, piece: { ...piece, nodes: [...piece.nodes] } };
  const reasons = [...sent.reasons, "Its additional filters have no counterpart: choose for whom it is sent."];
  return { piece: { ...piece, nodes: [...piece.nodes] }, level: "approximated", reasons, unfinished: true };
}

const TYPES: Readonly<Record<string, ImportedContent["type"]>> = {
  "send-email": "email",
  "send-sms": "sms",
  "send-mobile-push": "push",
};

/** A test of messages: a split with a message on each path while it runs, else the message that won. */
export const experiment: Translate = (action, scene) => {
  const { current_experiment: current, main_action: main, experiment_status: status } = action.data;
  const variations = status === "completed" ? [] : listOf(objectOf(current).variations).map(objectOf);
  const tried = variations.length > 1 ? variations : [objectOf(main)];
  const made = tried.map((one, index) => {
    const type = TYPES[textOf(one.type)];
    const key = `${keyOf(action)}/${index + 1}`;
    return type === undefined ? null : make(action, type, objectOf(objectOf(one.data).message), scene, key);
  });
  const known = made.filter((one) => one !== null);
  const [first, ...others] = known;
  if (first === undefined || known.length < tried.length)
    return leftOut("Its messages are of a kind that does not exist here.");
  const reasons = [...new Set(known.flatMap((one) => one.reasons))];
  const unfinished = known.some(({ isEmpty }) => isEmpty);
  if (others.length === 0) {
    const piece = { nodes: [first.node] as const, links: [], exits: { next: { node: first.node.key } } };
    return {
      piece: { ...piece, nodes: [first.node] },
      level: "approximated",
      reasons: [...reasons, "The test is over: its message is sent to all."],
      unfinished,
    };
  }
  const shares = tried.map(({ id, temporary_id: temporary }) =>
    numberOf(objectOf(objectOf(current).allocations)[textOf(id) || textOf(temporary)]),
  );
  const isWhole =
    Math.abs(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) - 100) < 0.05 && !shares.includes(null);
  const split = nodeOf(action, "SPLIT", { sticky: true });
  const links = known.map(
    ({ node }, index): SketchLink => ({
      node: split.key,
      to: node.key,
      label: `Variation ${index + 1}`,
      weight: isWhole ? (shares[index] ?? null) : null,
    }),
  );
  const exits = Object.fromEntries(
    known.map(({ node }, index): [string, Way] => [`next/${index}`, { node: node.key }]),
  );
  const equal = isWhole ? [] : ["Its shares could not be read: all variations get the same."];
  const told = [...reasons, ...equal];
  return {
    piece: { nodes: [split, ...known.map(({ node }) => node)], links, exits },
    level: told.length > 0 ? "approximated" : "taken_over",
    reasons: told,
    unfinished,
  };
};

export const updateProfile: Translate = (action) => {
  const all = listOf(action.data.profile_operations).map(objectOf);
  const operations = all.flatMap((operation): JsonObject[] => {
    const attribute = traitOf(textOf(operation.property_key));
    if (operation.operator === "delete") return [{ type: "unset_attribute", attribute }];
    if (operation.property_type === "list" || operation.property_value === "today") return [];
    return [{ type: "set_attribute", attribute, value: operation.property_value ?? null }];
  });
  const lost = all.length - operations.length;
  const reasons = lost > 0 ? [`${lost} of its changes, of lists or to the present day, are left out.`] : [];
  return operations.length > 0
    ? single(nodeOf(action, "ACTION", { operations }), reasons)
    : leftOut(...reasons, "It changes nothing that can be said here.");
};

export const listUpdate: Translate = (action, { outline }) => {
  const segment = segmentOf(textOf(action.data.list_id), outline);
  const type = action.data.on_execution === false ? "remove_segment" : "add_segment";
  return single(nodeOf(action, "ACTION", { operations: [{ type, segment }] }), ["Lists are segments here."]);
};
