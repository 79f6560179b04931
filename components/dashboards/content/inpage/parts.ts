import { valueAt } from "#inpage";

/** The words for parts of documents, and how a part reads in one line. */
export const BLOCK_WORDS: Readonly<Record<string, string>> = {
  heading: "Heading",
  text: "Text",
  image: "Image",
  buttons: "Buttons",
  progress: "Progress",
};

export const SIGNAL_WORDS: Record<string, string> = {
  id: "Id",
  attribute: "Attribute",
  words: "Words",
  role: "Role",
  tag: "Tag",
  css: "CSS selector",
};

export const PAGE_WORDS: Record<string, string> = {
  contains: "Address contains",
  equals: "Address is",
  starts: "Address starts with",
  glob: "Address fits the pattern",
};

export const PLACEMENTS: Record<string, string> = {
  auto: "Where there is room",
  top: "Above",
  bottom: "Below",
  left: "Left",
  right: "Right",
  "top-start": "Above, at its start",
  "top-end": "Above, at its end",
  "bottom-start": "Below, at its start",
  "bottom-end": "Below, at its end",
  "left-start": "Left, at its top",
  "left-end": "Left, at its bottom",
  "right-start": "Right, at its top",
  "right-end": "Right, at its bottom",
};

/** A field of a part as text; a text in several languages by its first one. */
export function wordsOf(part: unknown, field: string): string {
  const value = valueAt(part, [field]);
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return "";
  return Object.values(value).find((text) => typeof text === "string" && text !== "") ?? "";
}

export function blockSummary(part: unknown): { title: string; text: string } {
  const type = wordsOf(part, "type");
  const buttons = valueAt(part, ["buttons"]);
  const text = Array.isArray(buttons)
    ? buttons.map((button) => wordsOf(button, "label")).join(", ")
    : wordsOf(part, "text") || wordsOf(part, "alt") || wordsOf(part, "src");
  return { title: BLOCK_WORDS[type] ?? type, text };
}

export const signalSummary = (part: unknown): { title: string; text: string } => {
  const kind = wordsOf(part, "kind");
  const name = wordsOf(part, "name");
  return { title: SIGNAL_WORDS[kind] ?? kind, text: [name, wordsOf(part, "value")].filter(Boolean).join(" = ") };
};

export const pageSummary = (part: unknown): { title: string; text: string } => ({
  title: PAGE_WORDS[wordsOf(part, "matchType") || "contains"] ?? "Page",
  text: wordsOf(part, "pattern"),
});

export function advanceSummary(part: unknown): { title: string; text: string } {
  switch (wordsOf(part, "on")) {
    case "click":
      return { title: "Click", text: valueAt(part, ["target"]) === undefined ? "on the target" : "on another element" };
    case "event":
      return { title: "Event", text: wordsOf(part, "eventName") };
    default:
      return { title: "Page", text: pageSummary(valueAt(part, ["page"])).text };
  }
}
