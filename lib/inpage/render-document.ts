import { durationSeconds, parseDuration } from "#journey";
import type { InPageDocument, InPageType } from "./documents.ts";
import { type FrameWords, frameWords } from "./frame-words.ts";
import { chooseText, isRightToLeft, languageChain } from "./languages.ts";
import { surveyWords } from "./survey/words.ts";
import type { PlacedText } from "./texts.ts";
import { mapTexts } from "./texts.ts";
import { type FullTheme, fillTheme, type Theme } from "./theme.ts";

/** A document made ready for one person: one language, templates filled in, standards written out. */
export type ReadyDocument = {
  readonly type: InPageType;
  readonly language: string;
  readonly rightToLeft: boolean;
  readonly priority: number;
  readonly blocking: boolean;
  readonly closable: boolean;
  readonly delayMs: number;
  readonly theme: FullTheme;
  /** What the frame itself says. */
  readonly words: FrameWords;
  /** The parts of its type, with texts in place of templates. */
  readonly parts: Readonly<Record<string, unknown>>;
};

export type Rendering = {
  /** The languages that the person asks for, the best first. */
  readonly languages: readonly string[];
  /** Fills in one template. */
  readonly render: (source: string) => string;
  readonly theme?: Theme | undefined;
};

const BLOCKING: ReadonlySet<InPageType> = new Set(["modal"]);

/** Makes a document ready. Addresses that would run a script are left empty: templates may print anything. */
export function renderDocument(type: InPageType, document: InPageDocument, rendering: Rendering): ReadyDocument {
  const { languages, theme, priority, blocking, closable, delay, frequency, dismissal, custom, ...rest } = document;
  const chain = languageChain(rendering.languages, languages);
  const shown = new Set<string>();
  const parts = mapTexts(rest, (text) => printed(text, chain, shown, rendering));
  const [language = chain.at(-1) ?? "en"] = shown;
  return {
    type,
    language,
    rightToLeft: isRightToLeft(language),
    priority: priority ?? 50,
    blocking: blocking ?? (BLOCKING.has(type) || ("shape" in document && document.shape === "modal")),
    closable: closable ?? true,
    delayMs: secondsOf(delay) * 1_000,
    theme: fillTheme(rendering.theme, theme),
    words: frameWords(language),
    parts: { ...(parts as object), ...(custom === undefined ? {} : { custom }), ...saidOf(type, language) },
  };
}

/** What a survey says besides its questions. */
const saidOf = (type: InPageType, language: string) => (type === "survey" ? { said: surveyWords(language) } : {});

function printed(
  { field, text }: PlacedText,
  chain: readonly string[],
  shown: Set<string>,
  { render }: Rendering,
): string {
  const chosen = chooseText(text, chain);
  if (chosen.language !== null) shown.add(chosen.language);
  const written = render(chosen.text);
  if (field === "url") return safeAddress(written, /^(https?|mailto|tel):/i);
  return field === "src" ? safeAddress(written, /^https?:/i) : written;
}

/** An address by one of these schemes, or inside the page's own site; else nothing. */
export function safeAddress(written: string, schemes: RegExp): string {
  // Browsers drop control characters before they read the scheme.
  const address = written.replaceAll(/\p{Cc}/gu, "").trim();
  if (!/^[^/?#]*:/.test(address)) return address;
  return schemes.test(address) ? address : "";
}

/** A duration as written, in seconds; none = 0. */
export function secondsOf(written: unknown): number {
  const duration = written === undefined ? null : parseDuration(written);
  return duration === null ? 0 : durationSeconds(duration);
}
