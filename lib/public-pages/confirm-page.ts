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
