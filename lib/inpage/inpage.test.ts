import { expect, test } from "vitest";
import { checkDocument, type InPageType, languageChain, newDocuments, readDocument, renderDocument } from "./index.ts";
import { contrastOf } from "./theme.ts";

const TYPES = ["modal", "banner", "tooltip", "flow", "checklist", "survey"] as const satisfies readonly InPageType[];
const says = (type: InPageType, body: unknown, languages: string[] = []) =>
  checkDocument(type, body, languages).map(({ level, code, pointer }) => `${level} ${code} ${pointer}`);
const ready = (type: InPageType, body: unknown, languages = ["en"], render = (source: string) => source) => {
  const { document } = readDocument(type, body);
  if (!document) throw new Error("not a document");
  return renderDocument(type, document, { languages, render });
};

test("a new document of each type is one, without an error", () => {
  for (const type of TYPES)
    expect(says(type, newDocuments[type]()).filter((one) => one.startsWith("error"))).toEqual([]);
});

test("all findings of a document come at once, each with a pointer", () => {
  const body = {
    priority: 900,
    steps: [
      { id: "a b", blocks: [{ type: "hading", text: "x" }] },
      { id: "two", blocks: [{ type: "text", txt: "x" }], target: { signals: [], floor: 2 } },
      { id: "three", blocks: [{ type: "text", text: { de: 7 } }] },
    ],
    pages: [{ matchType: "regex", pattern: "(a+)+" }],
    colour: "red",
  };
  expect(says("flow", body).sort()).toEqual([
    "error bad_document /pages/0/matchType",
    "error bad_document /priority",
    "error bad_document /steps/0/blocks/0/type",
    "error bad_document /steps/0/id",
    "error bad_document /steps/1/blocks/0/text",
    "error bad_document /steps/1/target/floor",
    "error bad_document /steps/1/target/signals",
    "error bad_document /steps/2/blocks/0/text/de",
    "error unknown_field /colour",
    "error unknown_field /steps/1/blocks/0/txt",
  ]);
  expect(says("flow", null)).toEqual(["error bad_document "]);
});

test("what would show but not work is told as well: lost steps, no way out, no way by keyboard, faint colours", () => {
  const step = (id: string, more: object) => ({ id, blocks: [{ type: "text", text: "Hello" }], ...more });
  const to = { type: "buttons", buttons: [{ label: "Go", action: { type: "step", step: "nowhere" } }] };
  const target = { signals: [{ kind: "id", value: "buy" }] };
  const body = {
    theme: { text: "#aaaaaa" },
    steps: [
      step("one", { blocks: [to] }),
      step("two", { target, advance: [{ on: "click" }] }),
      step("three", {}),
      step("four", { advance: [{ on: "event", eventName: "paid" }] }),
    ],
  };
  expect(says("flow", body)).toEqual([
    "error unknown_step /steps/0/blocks/0/buttons/0/action/step",
    "warning contrast /theme/text",
    "warning keyboard /steps/1",
    "warning no_way_out /steps/2",
  ]);
  expect(says("modal", { closable: false, blocks: [{ type: "text", text: "Stuck" }] })).toEqual([
    "warning no_way_out /closable",
  ]);
  expect(says("flow", { steps: [step("same", { blocks: [to] }), step("same", { blocks: [to] })] })).toEqual([
    "error bad_document /steps",
  ]);
  expect(contrastOf("#000", "#ffffff")).toBeCloseTo(21);
});

test("what the keyboard cannot finish is told at its place: clicks alone, and ways that only lead back", () => {
  const to = (action: object) => ({ type: "buttons", buttons: [{ label: "Go", action }] });
  const step = (id: string, action: object | null, more: object = {}) => ({
    id,
    blocks: action ? [to(action)] : [{ type: "progress" }],
    ...more,
  });
  const [text, click] = [{ type: "text", text: "x" }, { on: "click" }];
  const target = { signals: [{ kind: "tag", value: "main" }] };
  const tells = (type: InPageType, body: object) => says(type, body).map((one) => one.replace(/^warning /, ""));
  const [next, back] = [{ type: "next" }, { type: "back" }];
  const flows: [object[], string[]][] = [
    [[step("a", next), step("b", next)], []],
    [[step("a", next), step("b", null, { target, advance: [click] })], ["keyboard /steps/1"]],
    [[step("a", next), step("b", { type: "step", step: "a" })], ["keyboard /steps/1"]],
    [[step("a", next), step("b", back, { advance: [click] }), step("c", next)], ["keyboard /steps/1"]],
    [[step("a", next), step("b", back, { advance: [{ on: "page", page: { pattern: "/x" } }] })], []],
    [[step("a", { type: "link", url: "/x", after: "stay" }, { advance: [click] })], ["keyboard /steps/0"]],
    // Nobody comes to the second step, so what it lacks concerns nobody.
    [[step("a", { type: "complete" }), step("b", { type: "step", step: "b" })], []],
  ];
  for (const [steps, found] of flows) expect(tells("flow", { steps })).toEqual(found);
  expect(tells("tooltip", { target, blocks: [text], advance: [click] })).toEqual(["keyboard /advance"]);
  const items = [
    { id: "a", title: "A", done: [{ on: "click", target }] },
    { id: "b", title: "B", done: [{ on: "event", eventName: "b" }] },
  ];
  expect(tells("checklist", { title: "T", items })).toEqual(["keyboard /items/0/done"]);
});

test("each person reads the best language there is, and missing ones are told", () => {
  const body = {
    languages: { default: "en", fallback: { "de-AT": "de", nn: "nb" } },
    blocks: [
      { type: "heading", text: { en: "Hello", de: "Hallo", "pt-BR": "Olá", ar: "مرحبا" } },
      { type: "text", text: { en: "Only English", de: " " } },
      { type: "text", text: "Always so" },
    ],
  };
  const readIn = (...languages: string[]) => {
    const { parts, language, rightToLeft } = ready("modal", body, languages);
    const [first] = parts.blocks as { text: string }[];
    return [first?.text, language, rightToLeft];
  };
  expect((ready("modal", body, ["de"]).parts.blocks as { text: string }[])[1]?.text).toBe("Only English");
  expect(readIn("de-AT", "en")).toEqual(["Hallo", "de", false]);
  expect(readIn("de-CH-1901")).toEqual(["Hallo", "de", false]);
  expect(readIn("PT-br")).toEqual(["Olá", "pt-BR", false]);
  expect(readIn("pt")).toEqual(["Hello", "en", false]);
  expect(readIn("ar-EG")).toEqual(["مرحبا", "ar", true]);
  expect(languageChain(["a1", "xx"], { default: "en", fallback: { xx: "yy", yy: "xx" } })).toEqual([
    "a1",
    "xx",
    "yy",
    "en",
  ]);
  expect(says("modal", body, ["de", "en"])).toEqual(["warning missing_language /blocks/1/text"]);
  const plain = { blocks: [{ type: "text", text: "Hello" }] };
  expect(says("modal", plain, ["en", "de"])).toEqual(["warning missing_language /languages"]);
  expect(says("modal", plain, ["en"])).toEqual([]);
});

test("templates are filled in text by text, and an address never runs a script, whatever a template prints", () => {
  const link = (url: string) => ({ label: "Open", action: { type: "link", url } });
  const urls = [
    "{{ x }}",
    "JavaScript:alert(1)",
    "java\tscript:alert(1)",
    " javascript:1",
    "data:text/html,x",
    "/a?b:c",
    "tel:1",
  ];
  const body = {
    custom: { text: "{{ untouched }}" },
    blocks: [
      { type: "text", text: "Hi {{ x }}" },
      { type: "image", src: "data:image/svg+xml,x", alt: "" },
      ...urls.map((url) => ({ type: "buttons", buttons: [link(url)] })),
    ],
  };
  const { parts } = ready("modal", body, ["en"], (source) => source.replace("{{ x }}", "javascript:<b>x</b>"));
  const blocks = parts.blocks as { text?: string; src?: string; buttons?: { action: { url: string } }[] }[];
  expect(blocks[0]?.text).toBe("Hi javascript:<b>x</b>");
  expect(blocks[1]?.src).toBe("");
  expect(blocks.slice(2).map(({ buttons }) => buttons?.[0]?.action.url)).toEqual([
    "",
    "",
    "",
    "",
    "",
    "/a?b:c",
    "tel:1",
  ]);
  expect(parts.custom).toEqual({ text: "{{ untouched }}" });
});

test("standards are written out: what blocks, what may be closed, how long it waits, how it looks", () => {
  const blocks = [{ type: "text", text: "x" }];
  expect(ready("modal", { blocks, delay: "2m" })).toMatchObject({
    blocking: true,
    closable: true,
    delayMs: 120_000,
    priority: 50,
  });
  expect(ready("banner", { blocks, theme: { accent: "#123456", dark: false } })).toMatchObject({
    blocking: false,
    theme: { light: { accent: "#123456", text: "#18181b" }, dark: null },
  });
});
