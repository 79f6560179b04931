import { isObject } from "#values";
import { checkedContent } from "../contents.ts";
import type { ImportedContent } from "../contract.ts";
import { listOf, objectOf, textOf } from "../json.ts";
import { EventVariables, renamePaths, writePath } from "../liquid.ts";
import type { Outline } from "../outline.ts";
import { safeCall } from "../webhooks.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The id that leads to the exit; entry and exit have none of their own. */
export const EXIT_ID = "ExitNode";

const UNSUBSCRIBE = /\{%-?\s*(?:unsubscribe|subscription_management|view_in_browser)\w*[\s\S]*?%\}/g;

type Message = {
  readonly content: ImportedContent;
  readonly variables: EventVariables["config"];
  readonly reasons: readonly string[];
  readonly unfinished: boolean;
};

/** What stands beside the journeys of a file: segments, templates and user properties, as far as they were added. */
export class Library {
  readonly outline: Outline;
  readonly #file: Fields;
  readonly #contents = new Map<string, ImportedContent>();

  constructor(file: unknown, outline: Outline) {
    this.outline = outline;
    this.#file = objectOf(file);
  }

  get contents(): readonly ImportedContent[] {
    return [...this.#contents.values()];
  }

  #find(kind: "segments" | "templates" | "userProperties", id: string): Fields | null {
    const part = this.#file[kind];
    const list = isObject(part) ? listOf(part[kind]) : listOf(part);
    return list.map(objectOf).find((one) => textOf(one.id) === id) ?? null;
  }

  /** The key of a segment by its id. */
  segment(id: string): string {
    const name = textOf(this.#find("segments", id)?.name) || this.outline.nameOf("segment", id);
    return this.outline.segment(name || `Segment ${id}`);
  }

  /** The trait behind a user property by its id. */
  trait(id: string): string {
    const name = textOf(this.#find("userProperties", id)?.name) || this.outline.nameOf("trait", id);
    return name || id;
  }

  /** The message of a template; without the template in the file an empty one to be written. */
  message(type: ImportedContent["type"], templateId: string): Message {
    const template = this.#find("templates", templateId);
    const name = textOf(template?.name) || this.outline.nameOf("template", templateId) || `Template ${templateId}`;
    const variables = new EventVariables();
    const removed = new Set<string>();
    const translate = (value: unknown) => translateText(textOf(value), variables, removed);
    const given = contentOf(type, { ...objectOf(template?.draft), ...objectOf(template?.definition) }, translate);
    const checked = checkedContent({ key: `template:${templateId}`, type, name, ...given.parts });
    this.#contents.set(checked.content.key, checked.content);
    const reasons = [...checked.reasons, ...given.reasons];
    if (removed.size > 0) reasons.push("Its links to unsubscribe are left out, because nothing here says the same.");
    if (given.isEmpty) reasons.push("The file names the template and does not hold its text: write the message.");
    return {
      content: checked.content,
      variables: variables.config,
      reasons,
      unfinished: given.isEmpty || checked.reasons.length > 0,
    };
  }
}

type Parts = Pick<ImportedContent, "subject" | "html" | "text" | "body">;
type Given = { readonly parts: Parts; readonly isEmpty: boolean; readonly reasons: readonly string[] };

function contentOf(type: ImportedContent["type"], template: Fields, translate: (value: unknown) => string): Given {
  const body = translate(template.body);
  const none: Parts = { subject: null, html: null, text: null, body: {} };
  if (type === "email") {
    const reasons =
      textOf(template.from) === "" ? [] : ["Its sender is left out: senders are set up in this workspace."];
    return {
      parts: { ...none, subject: translate(template.subject), html: body || null },
      isEmpty: body === "",
      reasons,
    };
  }
  if (type === "webhook") return callOf(body, none);
  return {
    parts: { ...none, subject: translate(template.title) || null, text: body || null },
    isEmpty: body === "",
    reasons: [],
  };
}

/** The body of a webhook's template is JSON with the parts of the request. */
function callOf(body: string, none: Parts): Given {
  const config = objectOf(objectOf(parsed(body)).config);
  const url = textOf(config.url);
  const { call, removed } = safeCall({
    url,
    method: textOf(config.method) || "POST",
    headers: objectOf(config.headers),
    body: config.data ?? config.body,
  });
  const reasons = removed.length > 0 ? [`Possible secrets are left out: ${removed.join(", ")}.`] : [];
  return { parts: { ...none, body: url === "" ? {} : call }, isEmpty: url === "", reasons };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function translateText(source: string, variables: EventVariables, removed: Set<string>): string {
  const plain = source.replace(UNSUBSCRIBE, (tag) => {
    removed.add(tag);
    return "";
  });
  return renamePaths(plain, ({ root, parts }) => {
    if (root === "user") return writePath("person.traits", parts);
    return root === "event" ? variables.use(parts) : null;
  });
}
