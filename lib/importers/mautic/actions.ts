import type { JsonObject } from "#journey";
import { isObject } from "#values";
import { listOf, numberOf, objectOf, textOf } from "../json.ts";
import { safeCall } from "../webhooks.ts";
import { segmentKeys } from "./conditions.ts";
import { emailContent, smsContent } from "./messages.ts";
import { traitOf } from "./tokens.ts";
import { close, leftOut, open, type Translate, type Translation, taken } from "./translation.ts";

const change = (operations: readonly JsonObject[]) => ({
  type: "ACTION" as const,
  config: { operations: [...operations] },
});
const tagsOf = (value: unknown): string[] => listOf(value).map(textOf).filter(Boolean);

const send =
  (kind: "email" | "sms"): Translate =>
  (properties, scene, name) => {
    const found = scene.index.find(kind, properties[kind]);
    const { content, reasons, unfinished } = kind === "email" ? emailContent(found, name) : smsContent(found, name);
    const limits = scene.addContent(content);
    const node = { type: "CONTENT" as const, config: { contentType: kind }, content: content.key };
    const all = [...reasons, ...limits];
    const done = all.length === 0 ? taken(node) : close(node, ...all);
    return unfinished || limits.length > 0 ? { ...done, unfinished: true } : done;
  };

const changeTags: Translate = ({ add_tags: added, remove_tags: removed }) => {
  const operations = [
    ...tagsOf(added).map((tagName) => ({ type: "tag_user", tagName })),
    ...tagsOf(removed).map((tagName) => ({ type: "untag_user", tagName })),
  ];
  return operations.length > 0 ? taken(change(operations)) : leftOut("It changes no tag.");
};

const changeSegments: Translate = ({ addToLists: added, removeFromLists: removed }, scene) => {
  const wanted = [...listOf(added), ...listOf(removed)].length;
  const operations = [
    ...segmentKeys(listOf(added), scene).map((segment) => ({ type: "add_segment", segment })),
    ...segmentKeys(listOf(removed), scene).map((segment) => ({ type: "remove_segment", segment })),
  ];
  if (operations.length === 0) return leftOut("The segments that it changes are not in the file.");
  if (operations.length < wanted) return close(change(operations), "Some of its segments are not in the file.");
  return taken(change(operations));
};

const changePoints: Translate = ({ points, group }) => {
  const amount = numberOf(points);
  if (amount === null) return leftOut("It changes no points.");
  const now = "(has(person.traits.points) ? double(person.traits.points) : 0.0)";
  const node = change([
    {
      type: "set_attribute",
      attribute: "points",
      expression: `${now} + ${amount.toFixed(Number.isInteger(amount) ? 1 : 3)}`,
    },
  ]);
  const note = "Points are the trait points here.";
  if (textOf(group) !== "") return close(node, note, "Groups of points do not exist here.");
  return close(node, note);
};

/** The names of fields that an action has besides those of the contact. */
const NO_FIELDS = new Set(["id", "name", "description", "type", "eventType", "order", "label", "anchor", "channel"]);

const updateContact: Translate = (properties) => {
  const nested = objectOf(properties.fields_to_update);
  const fields = listOf(properties.fields_to_update).map(textOf).filter(Boolean);
  const values = objectOf(properties.fields);
  const pairs: [string, unknown][] = isObject(properties.fields_to_update)
    ? Object.entries(nested)
    : fields.map((field) => [field, values[field] ?? properties[field]]);
  const rest = pairs.length > 0 ? pairs : Object.entries(values);
  const operations = rest
    .filter(([field, value]) => !NO_FIELDS.has(field) && value !== undefined && value !== null && value !== "")
    .map(([field, value]) => ({ type: "set_attribute", attribute: traitOf(field), value }));
  return operations.length > 0
    ? taken(change(operations), "Contact fields are traits here.")
    : leftOut("It names no field with a value.");
};

const webhook: Translate = (properties, scene, name) => {
  const headers = pairsOf(properties.headers);
  const { call, removed } = safeCall({
    url: textOf(properties.url),
    method: textOf(properties.method) || "POST",
    headers,
    body: pairsOf(properties.additional_data),
  });
  const key = `webhook:${name}:${call.url}`;
  scene.addContent({ key, type: "webhook", name, subject: null, html: null, text: null, body: call });
  const node = { type: "CONTENT" as const, config: { contentType: "webhook" }, content: key };
  if (call.url === "") return open(node, "It names no address: fill it in.");
  if (removed.length > 0) return close(node, `Possible secrets are left out: ${removed.join(", ")}.`);
  return taken(node);
};

/** `{list: [{label, value}]}`, or a plain map. */
function pairsOf(value: unknown): Record<string, unknown> {
  const list = listOf(objectOf(value).list);
  if (list.length > 0)
    return Object.fromEntries(list.map(objectOf).map(({ label, value: written }) => [textOf(label), written]));
  return isObject(value) && !("list" in value) ? { ...value } : {};
}

const campaigns: Translate = () =>
  leftOut("It adds to or removes from other campaigns by number: use an action “enroll” for the imported journey.");

/** Every type of action; `campaign.jump_to_event` is an edge, and other types are left out. */
export const ACTIONS: Readonly<Record<string, Translate>> = {
  "email.send": send("email"),
  "sms.send_text_sms": send("sms"),
  "lead.changetags": changeTags,
  "lead.changelist": changeSegments,
  "lead.changepoints": changePoints,
  "lead.updatelead": updateContact,
  "campaign.sendwebhook": webhook,
  "campaign.addremovelead": campaigns,
  "stage.change": ({ stage }) =>
    leftOut(`It moves people to stage number ${textOf(stage)}, which the file does not name.`),
  "lead.deletecontact": () => leftOut("A journey cannot delete people here."),
};

export const unknownAction = (type: string): Translation => leftOut(`Actions of the type ${type} have no counterpart.`);
