import { expect, test } from "vitest";
import { brandOf, confirmPage, type Page, preferencesPage, refusalPage, unsubscribePage } from "../index.ts";
import { languageOfPage, PUBLIC_TEXTS, type PublicLanguage } from "./index.ts";

test.each([
  [{ language: "de-AT" }, { languages: ["en"] }, "de"],
  [{ locale: "fr_CA" }, {}, "fr"],
  [{ language: "it", locale: "es" }, { languages: ["de"] }, "es"],
  [{ language: "it" }, { languages: ["nl", "de-CH"] }, "de"],
  [{ language: 7 }, { languages: "de" }, "en"],
  [{ language: "constructor" }, {}, "en"],
  [{}, {}, "en"],
])("traits %j and settings %j: the page speaks %s", (traits, settings, language) => {
  expect(languageOfPage(traits, settings)).toBe(language);
});

const NAME = "<Shop & Co>";
const brand = brandOf(NAME, {});
const VIEW = {
  ...{ brand, receives: true, frequency: null, snoozedUntil: null, language: "de", languages: ["de", "en"] },
  topics: [{ id: "t", name: NAME, description: null, receives: false, isPending: true }],
  channels: [{ channel: "push" as const, address: 2, receives: true }],
  ...{ tracking: { opens: true, clicks: false }, now: Date.UTC(2026, 2, 1), isSaved: true },
};

function pagesIn(language: PublicLanguage): Page[] {
  const states = ["asked", "done", "undone"] as const;
  const channels = [null, "email", "sms", "push"] as const;
  return [
    preferencesPage({ ...VIEW, pageLanguage: language }),
    ...states.flatMap((state) => [
      unsubscribePage({ brand, topic: NAME, channel: "email", state, language }),
      ...channels.map((channel) => unsubscribePage({ brand, topic: null, channel, state, language })),
    ]),
    ...[true, false].map((isDone) => confirmPage({ brand, topic: NAME, isDone, language })),
  ];
}

test("every page says everything in its own language, and names with tags in them stay text in all", () => {
  const english = pagesIn("en").map(({ main }) => main.text);
  for (const language of Object.keys(PUBLIC_TEXTS) as PublicLanguage[]) {
    const pages = pagesIn(language);
    expect(pages.map((page) => page.language)).toEqual(pages.map(() => language));
    for (const [at, { main }] of pages.entries()) {
      expect(main.text).not.toMatch(/undefined|<Shop|\[object/);
      expect(main.text).toContain("&lt;Shop &amp; Co&gt;");
      if (language !== "en") expect(main.text).not.toBe(english[at]);
    }
  }
  const [german] = pagesIn("de");
  expect(german?.main.text).toContain("Was möchten Sie erhalten?");
  expect(german?.main.text).toContain("2 Geräte");
});

test("pages without a person speak the first language of the browser that there is", () => {
  const refused = (...languages: string[]) => {
    const { title, language, main } = refusalPage("nothingHere", languages);
    return { title, language, text: main.text };
  };
  expect(refused("it", "fr-CH", "de")).toMatchObject({
    title: "Ce lien ne fonctionne pas",
    language: "fr",
    text: expect.stringContaining("incomplet"),
  });
  expect(refused("it", "constructor")).toMatchObject({ title: "This link does not work", language: "en" });
  expect(refused()).toMatchObject({ language: "en" });
});

test("no text of another language is an English one that was left", () => {
  const textsOf = (value: unknown): string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "function"
        ? []
        : Object.values(Object(value)).flatMap(textsOf);
  const english = new Set(textsOf(PUBLIC_TEXTS.en));
  const same = new Set(["SMS", "Push"]);
  for (const { ...texts } of [PUBLIC_TEXTS.de, PUBLIC_TEXTS.fr, PUBLIC_TEXTS.es])
    expect(textsOf(texts).filter((text) => english.has(text) && !same.has(text))).toEqual([]);
});
