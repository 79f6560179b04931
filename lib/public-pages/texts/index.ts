import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { PublicRefusal, PublicTexts } from "./public-texts.ts";

/** The languages that the pages for people outside speak. */
export const PUBLIC_TEXTS = { en, de, fr, es } satisfies Record<string, PublicTexts>;
export type PublicLanguage = keyof typeof PUBLIC_TEXTS;
export type { PublicRefusal, PublicTexts };

const isSpoken = (tag: string): tag is PublicLanguage => Object.hasOwn(PUBLIC_TEXTS, tag);

/** The first of the wanted languages that is spoken, also without its region (`de-AT` is `de`); else English. */
export function publicLanguage(wanted: readonly unknown[]): PublicLanguage {
  for (const tag of wanted) {
    const [base = ""] = typeof tag === "string" ? tag.toLowerCase().split(/[-_]/) : [];
    if (isSpoken(base)) return base;
  }
  return "en";
}

/** The language of a person's page: their own, else the first one of the workspace. */
export function languageOfPage(
  traits: Readonly<Record<string, unknown>>,
  settings: Readonly<Record<string, unknown>>,
): PublicLanguage {
  const { languages } = settings;
  return publicLanguage([traits.language, traits.locale, ...(Array.isArray(languages) ? languages : [])]);
}
