import { readdirSync, readFileSync } from "node:fs";
import { listSources } from "./list-sources.ts";
import { readTexts } from "./read-texts.ts";

type Banned = { readonly form: RegExp; readonly instead: string };

/** Forms that a text in the pages, the API, an email or the terminal does not use, and what it says instead. */
const BANNED: readonly Banned[] = [
  { form: /\bwho(?:m)?ever\b/i, instead: "people who" },
  { form: /\bevery ?body\b/i, instead: "everyone" },
  { form: /\banybody\b/i, instead: "anyone" },
  { form: /\bnewcomers?\b/i, instead: "new people" },
  { form: /\bwork(?:s|ed|ing)? off\b/i, instead: "processed" },
  { form: /\banew\b/i, instead: "again" },
  { form: /\btrips?\b/i, instead: "enrollment" },
  { form: /\bmailbox(?:es)?\b/i, instead: "inbox" },
  { form: /\bf[ae]lls? due\b/i, instead: "overdue" },
  { form: /\bfor ever\b/i, instead: "forever" },
  { form: /\blet(?:s|ting)? (?:\w+ )?in\b/i, instead: "enter, enroll" },
  { form: /\b(?:kept|keeps?) (?:\w+ )?out\b/i, instead: "cannot enter" },
  { form: /\bstands? (?:on|still)\b/i, instead: "is at" },
  { form: /\bwalk(?:s|ed|ing)? (?:on|version|a journey)\b/i, instead: "continue" },
  { form: /\bgo(?:es)? (?:on|its|their) ?(?:way)?(?:\.|;|,|$)/i, instead: "continue" },
  { form: /\b(?:is|are|was|were) told\b/i, instead: "is reported" },
  { form: /\b(?:becomes?|became) of\b/i, instead: "happens to" },
  { form: /\btak(?:e|es|ing) (?:it |this )?back\b/i, instead: "discard" },
  { form: /\bso on to\b/i, instead: "continued to" },
];

/** Forms that neither comments nor names of tests nor documents use. */
const BANNED_IN_PROSE: readonly Banned[] = [
  { form: /\bwho(?:m)?ever\b/i, instead: "people who" },
  { form: /\bwork(?:s|ed|ing)? off\b/i, instead: "processed" },
  { form: /(?<=\w) anew(?=[,;:.)]|\s+[a-z*]|\s*$)/, instead: "again" },
  { form: /\bbec(?:a|o)mes? of\b(?! \[)/i, instead: "happens to" },
];

/** Texts that nobody reads outside of the tests. */
const UNREAD = /\.(?:test|cases)\.tsx?$|\/testing(?:\/|\.ts$)|\/cases\/|^scripts\/steps\/check-words\.ts$/;

/** Banned forms in the texts that people read, as `file:line: "whoever" in "…": say "people who"`. */
export function findWordProblems(): string[] {
  const sources = [
    ...listSources(["app", "components", "lib", "scripts", "cli", "e2e", "bench"]),
    "server.ts",
    "worker.ts",
  ];
  return [...sources, ...listDocuments()].flatMap((file) => {
    if (/check-words(?:\.test)?\.ts$/.test(file)) return [];
    const text = readFileSync(file, "utf8");
    const isRead = /^(?:app|components|lib|scripts)\/|^\w+\.ts$/.test(file) && !UNREAD.test(file);
    return [...(isRead ? findBannedForms(file, text) : []), ...findBannedProse(file, text)];
  });
}

const listDocuments = (): string[] =>
  ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].concat(
    readdirSync("docs", { recursive: true })
      .map((name) => `docs/${String(name)}`)
      .filter((file) => file.endsWith(".md")),
  );

/** Banned forms in comments, names of tests and documents, by line. */
export const findBannedProse = (file: string, source: string): string[] =>
  BANNED_IN_PROSE.some(({ form }) => form.test(source))
    ? source.split("\n").flatMap((text, index) =>
        BANNED_IN_PROSE.flatMap(({ form, instead }) => {
          const found = form.exec(text)?.[0].trim();
          return found === undefined ? [] : [`${file}:${index + 1}: “${found}”: say “${instead}”`];
        }),
      )
    : [];

const COMMENT_LINES = /^\s*(?:\/\/|\/?\*).*$/gm;

/** Only files that contain a banned form outside of comments are parsed: parsing all of them takes seconds. */
export function findBannedForms(file: string, source: string): string[] {
  const code = source.replace(COMMENT_LINES, "").replace(/\s+/g, " ");
  if (!BANNED.some(({ form }) => form.test(code))) return [];
  return readTexts(file, source)
    .map(({ text, line }) => ({ text: text.replace(/\s+/g, " ").trim(), line }))
    .filter(({ text }) => text.includes(" "))
    .flatMap(({ text, line }) =>
      BANNED.flatMap(({ form, instead }) => {
        const found = form.exec(text)?.[0];
        return found === undefined ? [] : [`${file}:${line}: “${found}” in “${text.slice(0, 80)}”: say “${instead}”`];
      }),
    );
}
