import type { JsonObject } from "#journey";
import { isObject } from "#values";
import type { ImportedContent } from "../contract.ts";
import { listOf, objectOf, textOf } from "../json.ts";
import { safeCall } from "../webhooks.ts";
import { Texts } from "./texts.ts";
import { keyOf, leftOut, nodeOf, type Scene, single, type Translate, type Translation } from "./translation.ts";
import { type Action, actionName } from "./workflow.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The value of an input, which the API wraps and a file may not. */
const inputOf = (config: Fields, ...names: readonly string[]): unknown => {
  for (const name of names) {
    const input = objectOf(config.inputs)[name];
    if (input !== undefined) return isObject(input) && "value" in input ? input.value : input;
  }
  return undefined;
};

type Parts = Pick<ImportedContent, "type"> & Partial<ImportedContent>;

/** A message as content and the node that sends it. */
function send(action: Action, parts: Parts, texts: Texts, told: readonly string[], scene: Scene): Translation {
  const key = `content:${action.id}`;
  const none = { subject: null, html: null, text: null, body: {} };
  const isEmpty = !parts.html && !parts.text && Object.keys(parts.body ?? {}).length === 0;
  const limits = scene.addContent({ ...none, ...parts, key, name: actionName(action) });
  const reasons = [
    ...told,
    ...texts.reasons,
    ...limits,
    ...(isEmpty ? ["The file holds no text of it: write it."] : []),
  ];
  const node = nodeOf(action, "CONTENT", { contentType: parts.type, ...texts.variables.config }, key);
  const sent = single(node, reasons, isEmpty || limits.length > 0);
  if (parts.type !== "webhook" || sent.piece === null) return sent;
  const exits = {
    continue: { node: keyOf(action), branch: "next" },
    failed: { node: keyOf(action), branch: "failed" },
  };
  return { ...sent, piece: { ...sent.piece, exits } };
}

const RECIPIENT = /person\.properties\.email/;

export const email: Translate = (config, action, scene) => {
  const mail = objectOf(inputOf(config, "email"));
  const texts = new Texts();
  const [subject = "", html = "", text = ""] = [mail.subject, mail.html, mail.text].map((part) =>
    texts.translate(textOf(part)),
  );
  const reasons: string[] = [];
  if (isObject(mail.from) || textOf(mail.from) !== "")
    reasons.push("Its sender is left out: senders are set up in this workspace.");
  const to = isObject(mail.to) ? textOf(mail.to.email) : textOf(mail.to);
  if (to !== "" && !RECIPIENT.test(to))
    reasons.push(`It went to ${to.includes("@") ? "a fixed address" : to}; here it goes to the person.`);
  if (listOf(mail.cc).length > 0 || listOf(mail.bcc).length > 0 || textOf(mail.cc) + textOf(mail.bcc) !== "")
    reasons.push("Copies to others are left out.");
  if (textOf(mail.preheader) !== "") reasons.push("Its preheader is left out.");
  if (isObject(mail.design)) reasons.push("Its design for PostHog's editor is left out; its HTML is taken over.");
  return send(
    action,
    { type: "email", subject: subject.slice(0, 1_000), html: html || null, text: text || null },
    texts,
    reasons,
    scene,
  );
};

export const sms: Translate = (config, action, scene) => {
  const texts = new Texts();
  const text = texts.translate(textOf(inputOf(config, "message", "body")));
  const to = textOf(inputOf(config, "to_number", "to"));
  const reasons = /person\.properties\.phone\b/.test(to) ? [] : ["It goes to the trait phone of the person."];
  return send(action, { type: "sms", text: text || null }, texts, reasons, scene);
};

export const push: Translate = (config, action, scene) => {
  const texts = new Texts();
  const subject = texts.translate(textOf(inputOf(config, "title")));
  const text = texts.translate(textOf(inputOf(config, "body", "message")));
  return send(action, { type: "push", subject: subject || null, text: text || null }, texts, [], scene);
};

/** Functions by their template: a request, a change of the person, an event. Others are left out. */
export const callFunction: Translate = (config, action, scene) => {
  const template = textOf(config.template_id);
  if (template === "template-webhook" || inputOf(config, "url") !== undefined) return webhook(config, action, scene);
  const set = inputOf(config, "set_properties");
  const unset = inputOf(config, "unset_properties");
  if (isObject(set) || Array.isArray(unset)) return change(action, objectOf(set), listOf(unset).map(textOf));
  const eventName = textOf(inputOf(config, "event"));
  if (/capture/.test(template) && eventName !== "")
    return capture(action, eventName, objectOf(inputOf(config, "properties")));
  return leftOut(`Functions of the template ${template || "none"} have no counterpart.`);
};

const webhook: Translate = (config, action, scene) => {
  const texts = new Texts();
  const { call, removed } = safeCall({
    url: texts.translate(textOf(inputOf(config, "url"))),
    method: textOf(inputOf(config, "method")) || "POST",
    headers: objectOf(texts.deep(inputOf(config, "headers"))),
    body: texts.deep(inputOf(config, "body")),
  });
  const reasons = removed.length > 0 ? [`Possible secrets are left out: ${removed.join(", ")}.`] : [];
  return send(action, { type: "webhook", body: call.url === "" ? {} : call }, texts, reasons, scene);
};

function change(action: Action, set: Fields, unset: readonly string[]): Translation {
  const isTemplate = (value: unknown) => typeof value === "string" && /[{}]/.test(value);
  const plain = Object.entries(set).filter(([, value]) => !isTemplate(value));
  const computed = Object.keys(set).length - plain.length;
  const operations: JsonObject[] = [
    ...plain.map(([attribute, value]) => ({ type: "set_attribute", attribute, value })),
    ...unset.filter(Boolean).map((attribute) => ({ type: "unset_attribute", attribute })),
  ];
  const reasons = computed > 0 ? [`${computed} properties with computed values are left out.`] : [];
  return operations.length > 0
    ? single(nodeOf(action, "ACTION", { operations }), reasons)
    : leftOut(...reasons, "It changes nothing that can be said here.");
}

function capture(action: Action, eventName: string, properties: Fields): Translation {
  const operation = { type: "emit_event", eventName, ...(Object.keys(properties).length > 0 ? { properties } : {}) };
  return single(nodeOf(action, "ACTION", { operations: [operation] }));
}
