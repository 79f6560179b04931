import { html } from "./html.ts";
import type { Page } from "./page.ts";
import { PUBLIC_TEXTS, type PublicRefusal, publicLanguage } from "./texts/index.ts";

/**
 * A page for people of whom nothing is known, such as of a link that this installation did not make: in the first of the
 * languages of their browser that is spoken.
 */
export function refusalPage(refusal: PublicRefusal, languages: readonly string[]): Page {
  const language = publicLanguage(languages);
  const { title, text } = PUBLIC_TEXTS[language].refusals[refusal];
  return {
    title,
    brand: null,
    language,
    main: html`<h1>${title}</h1>
<p>${text}</p>`,
  };
}
