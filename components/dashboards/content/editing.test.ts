import { expect, test } from "vitest";
import { readLetter, switchEditor, writeLetter } from "./letter.ts";
import { openAt } from "./template-completion.ts";

const draft = {
  name: "A",
  subject: "Hi",
  html: "<p>Hi</p>",
  text: "",
  body: {},
  mail: null,
  onEmpty: "send" as const,
};

test.each([
  ["<p>{{ tra", "variable", "tra"],
  ["{{ traits.plan | de", "filter", "de"],
  ["{% i", "tag", "i"],
  ["{% if traits.", "variable", "traits."],
  ["{% if a || b", "variable", "b"],
  ["{{ a }} b", null, ""],
  ["{% if a %} b", null, ""],
  ["plain", null, ""],
])("completion in %j is of a %j", (before, kind, word) => {
  const open = openAt(before);
  expect(open?.kind ?? null).toBe(kind);
  if (open) expect(before.slice(open.from)).toBe(word);
});

test("a translation is written beside the main letter", () => {
  const german = writeLetter(draft, "de", { subject: "Hallo" });
  const changed = { ...draft, ...german };
  expect(changed.subject).toBe("Hi");
  expect([readLetter(changed, "de").subject, readLetter(changed, null).subject]).toEqual(["Hallo", "Hi"]);
});

test("HTML becomes one block, and blocks the HTML that was made of them", () => {
  const blocks = { ...draft, ...switchEditor(draft, "blocks", "") };
  expect(blocks.mail).toMatchObject({ editor: "blocks", blocks: [{ type: "html", html: "<p>Hi</p>" }] });
  const html = { ...blocks, ...switchEditor(blocks, "html", "<table>made</table>") };
  expect([html.html, html.mail]).toEqual(["<table>made</table>", {}]);
});
