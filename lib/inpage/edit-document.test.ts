import { expect, test } from "vitest";
import {
  freeId,
  inLanguages,
  listAt,
  mainLanguage,
  missingTexts,
  readText,
  valueAt,
  withLanguage,
  withMoved,
  withoutLanguage,
  withoutPart,
  withPart,
  withValue,
  writeText,
  writtenLanguages,
} from "./index.ts";

test("a place is read, written and taken away, also in a document that is none yet", () => {
  const document = { steps: [{ id: "a" }, { id: "b", blocks: [{ text: "x" }] }], other: 1 };
  expect(valueAt(document, ["steps", 1, "blocks", 0, "text"])).toBe("x");
  expect(valueAt(document, ["steps", 7, "blocks"])).toBeUndefined();
  expect(valueAt(document, ["toString"])).toBeUndefined();
  expect(listAt(document, ["other"])).toEqual([]);
  const written = withValue(document, ["steps", 1, "blocks", 0, "text"], "y");
  expect(valueAt(written, ["steps", 1, "blocks", 0, "text"])).toBe("y");
  expect(valueAt(document, ["steps", 1, "blocks", 0, "text"])).toBe("x");
  expect(withValue({}, ["frequency", "most"], 3)).toEqual({ frequency: { most: 3 } });
  expect(withValue({ frequency: { most: 3 }, a: 1 }, ["frequency"], undefined)).toEqual({ a: 1 });
  expect(withValue({ theme: "red" }, ["theme", "text"], "#000")).toEqual({ theme: { text: "#000" } });
});

test("parts of a list are added, moved and removed, and get names of their own", () => {
  expect(withPart(["a", "c"], 1, "b")).toEqual(["a", "b", "c"]);
  expect(withoutPart(["a", "b"], 0)).toEqual(["b"]);
  expect(withMoved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  expect(withMoved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  expect(freeId([{ id: "step-2" }], "step")).toBe("step-3");
});

test("a language is added, written, counted where it is missing, and taken away again", () => {
  const plain = { title: "Hello", items: [{ title: "One", action: { type: "link", url: "/one" } }] };
  expect(mainLanguage(plain, "de")).toBe("de");
  expect(writtenLanguages(plain, "de")).toEqual(["de"]);
  const more = withLanguage(plain, "ar", "de");
  expect(more).toEqual({
    languages: { default: "de" },
    title: { de: "Hello", ar: "" },
    items: [{ title: { de: "One", ar: "" }, action: { type: "link", url: "/one" } }],
  });
  expect(missingTexts(more, "ar")).toBe(2);
  const languages = writtenLanguages(more, "de");
  expect(languages).toEqual(["de", "ar"]);
  const title = writeText(valueAt(more, ["title"]), "مرحبا", "ar", languages);
  const written = withValue(more, ["title"], title);
  expect(missingTexts(written, "ar")).toBe(1);
  expect([readText(title, "ar", "de"), readText(title, "fr", "de"), readText("x", "de", "de")]).toEqual([
    "مرحبا",
    "",
    "x",
  ]);
  expect(writeText("/one", "/ar/one", "ar", languages)).toEqual({ de: "/one", ar: "/ar/one" });
  expect(writeText("a", "b", "de", ["de"])).toBe("b");
  expect(inLanguages({ type: "text", text: "New" }, languages)).toEqual({ type: "text", text: { de: "New" } });
  expect(withoutLanguage(written, "ar", "de")).toEqual({ ...plain, languages: { default: "de" } });
});
