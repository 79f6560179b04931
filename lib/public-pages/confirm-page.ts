import type { Brand } from "./brand.ts";
import { html } from "./html.ts";
import type { Page } from "./page.ts";
import { PUBLIC_TEXTS, type PublicLanguage } from "./texts/index.ts";

type ConfirmView = {
  readonly brand: Brand;
  readonly topic: string;
  readonly isDone: boolean;
  readonly language: PublicLanguage;
};

/** Asks to confirm a subscription; a button does it, because programs that look for bad links open the page too. */
export function confirmPage({ brand, topic, isDone, language }: ConfirmView): Page {
  const { confirm: says } = PUBLIC_TEXTS[language];
  const main = isDone
    ? html`<h1>${says.done(topic)}</h1>
<p class="note" role="status">${says.thanks}</p>`
    : html`<h1>${says.ask(topic)}</h1>
<p class="quiet">${says.sends(brand.name)}</p>
<form method="post"><p class="actions"><button class="main" type="submit">${says.button}</button></p></form>`;
  return { title: isDone ? says.doneTitle : says.title, brand, main, language };
}

/** For links that this installation did not make, or whose person is gone. */
export const NOTHING_HERE: Page = {
  title: "This link does not work",
  brand: null,
  main: html`<h1>This link does not work</h1>
<p>It is not complete, or what it belonged to was removed. Use the link in a newer message.</p>`,
};

export const TOO_MANY: Page = {
  title: "Too many attempts",
  brand: null,
  main: html`<h1>Too many attempts</h1><p>Wait a minute, then try again.</p>`,
};

export const BAD_FORM: Page = {
  title: "This form cannot be read",
  brand: null,
  main: html`<h1>This form cannot be read</h1><p>Nothing was changed. Go back, load the page again, and send it once more.</p>`,
};

export const NOT_NOW: Page = {
  title: "Not available now",
  brand: null,
  main: html`<h1>Not available now</h1><p>Nothing was changed. Try again in a few minutes.</p>`,
};
