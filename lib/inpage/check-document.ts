import { actionsIn, keyboardFindings } from "./check-keyboard.ts";
import type { InPageDocument, InPageDocuments, InPageType } from "./documents.ts";
import { type DocumentFinding, readDocument } from "./findings.ts";
import type { Block } from "./parts.ts";
import { checkQuestions } from "./survey/check-questions.ts";
import { type PlacedText, textsOf } from "./texts.ts";
import { faintPairs, fillTheme, LEAST_CONTRAST } from "./theme.ts";

const warning = (code: DocumentFinding["code"], pointer: string, message: string): DocumentFinding => ({
  ...{ level: "warning", code, pointer, message },
});

/**
 * Everything that is to be said about a document, all at once. `languages` are those that the workspace writes in; a
 * text that lacks one is a warning.
 */
export function checkDocument(type: InPageType, body: unknown, languages: readonly string[] = []): DocumentFinding[] {
  const { document, findings } = readDocument(type, body);
  if (document === null) return [...findings];
  return [
    ...unknownSteps(document),
    ...unwritten(document, languages),
    ...unreadable(document),
    ...waysOut(type, document),
    ...("questions" in document ? checkQuestions(document.questions) : []),
    ...keyboardFindings(document),
  ];
}

/** Buttons that lead to a step that is not there. */
function unknownSteps(document: InPageDocument): DocumentFinding[] {
  const ids = new Set("steps" in document ? document.steps.map(({ id }) => id) : []);
  return actionsIn(document).flatMap(({ action, pointer }) => {
    if (action.type !== "step" || typeof action.step !== "string" || ids.has(action.step)) return [];
    const message = `There is no step ${action.step}`;
    return [{ level: "error", code: "unknown_step", pointer: `${pointer}/step`, message } as const];
  });
}

function unwritten(document: InPageDocument, wanted: readonly string[]): DocumentFinding[] {
  const own = document.languages?.default;
  const texts = textsOf(document);
  const used = texts.flatMap(({ text }) => (typeof text === "string" ? [] : Object.keys(text)));
  const languages = [...new Set([...(own === undefined ? [] : [own]), ...wanted, ...used])];
  return [
    ...nowhereWritten(texts, own ?? wanted[0], wanted),
    ...texts.flatMap(({ pointer, field, text }) => {
      const empty = typeof text === "string" ? text.trim() === "" : Object.keys(text).length === 0;
      // An image without a description is for decoration.
      if (empty && field !== "alt") return [warning("empty_text", pointer, "This text is empty")];
      if (typeof text === "string") return [];
      const missing = languages.filter((language) => !text[language]?.trim());
      if (missing.length === 0) return [];
      return [warning("missing_language", pointer, `This text is not written in ${missing.join(", ")}`)];
    }),
  ];
}

/** Languages of the workspace of which a document written in one language has nothing at all. */
function nowhereWritten(texts: readonly PlacedText[], main: string | undefined, wanted: readonly string[]) {
  if (texts.some(({ text }) => typeof text !== "string")) return [];
  const missing = wanted.filter((language) => language !== main);
  if (missing.length === 0) return [];
  return [warning("missing_language", "/languages", `There is nothing in ${missing.join(", ")}`)];
}

function unreadable({ theme }: InPageDocument): DocumentFinding[] {
  if (theme === undefined) return [];
  return faintPairs(fillTheme(theme)).map(({ mode, text, ground, ratio }) => {
    const said = `has a contrast of ${ratio.toFixed(1)} on ${ground}; at least ${LEAST_CONTRAST} can be read`;
    return warning("contrast", `/theme${mode === "dark" ? "/dark" : ""}/${text}`, `The colour ${text} ${said}`);
  });
}

/** Content that keeps the page from being used has to have an end that people can reach. */
function waysOut(type: InPageType, document: InPageDocument): DocumentFinding[] {
  if (document.closable !== false || type === "survey" || "items" in document) return [];
  const blocks =
    "steps" in document ? (document.steps.at(-1)?.blocks ?? []) : "blocks" in document ? document.blocks : [];
  const advances = "advance" in document && (document.advance?.length ?? 0) > 0;
  if (advances || hasButton(blocks)) return [];
  return [warning("no_way_out", "/closable", "Nobody can leave this: it cannot be closed and has no button")];
}

const hasButton = (blocks: readonly Block[]): boolean => blocks.some(({ type }) => type === "buttons");

/** A document with the fields that every new one needs. */
export const newDocuments: { readonly [Type in InPageType]: () => InPageDocuments[Type] } = {
  modal: () => ({ blocks: [...greeting("Welcome"), done()] }),
  banner: () => ({ blocks: [{ type: "text", text: "Something is new." }] }),
  tooltip: () => ({ target: anywhere(), blocks: [{ type: "text", text: "This is new." }] }),
  flow: () => ({ steps: [{ id: "step-1", blocks: [...greeting("Welcome"), next()] }] }),
  checklist: () => ({ title: "Get started", items: [{ id: "item-1", title: "First step" }] }),
  survey: () => ({
    questions: [
      { id: "score", type: "nps", title: "How likely are you to recommend us to a friend?" },
      { id: "why", type: "text", title: "What is the main reason for your score?", optional: true },
    ],
  }),
};

const greeting = (text: string): Block[] => [
  { type: "heading", text },
  { type: "text", text: "Say what is new, and why it matters." },
];
const button = (label: string, type: "next" | "complete"): Block => ({
  type: "buttons",
  buttons: [{ label, action: { type } }],
});
const done = () => button("Done", "complete");
const next = () => button("Next", "next");
const anywhere = () => ({ signals: [{ kind: "css" as const, value: "main" }] });
