import type { ConsentChannel } from "#consent";
import type { Brand } from "./brand.ts";
import { html } from "./html.ts";
import type { Page } from "./page.ts";
import { PUBLIC_TEXTS, type PublicLanguage } from "./texts/index.ts";

export type UnsubscribeView = {
  readonly brand: Brand;
  readonly topic: string | null;
  readonly channel: ConsentChannel | null;
  /** `asked`: nothing has changed yet. */
  readonly state: "asked" | "done" | "undone";
  readonly language: PublicLanguage;
};

/** Asks first: opening the page changes nothing, because programs that look for bad links open it too. */
export function unsubscribePage({ brand, topic, channel, state, language }: UnsubscribeView): Page {
  const { unsubscribe: says } = PUBLIC_TEXTS[language];
  const what = topic === null ? says.all[channel ?? "any"](brand.name) : says.topic(topic);
  if (state === "asked")
    return {
      ...{ title: says.title, brand, language },
      main: html`<h1>${says.ask(what)}</h1>
<p class="quiet">${says.stillReceives}</p>
<form method="post"><input type="hidden" name="action" value="unsubscribe">
<p class="actions"><button class="main" type="submit">${says.button}</button></p></form>`,
    };
  if (state === "done")
    return {
      ...{ title: says.doneTitle, brand, language },
      main: html`<h1>${says.done}</h1>
<p class="note" role="status">${says.noMore(what)}</p>
<form method="post"><input type="hidden" name="action" value="undo">
<p class="actions"><button type="submit">${says.undo}</button></p></form>`,
    };
  return {
    ...{ title: says.undoneTitle, brand, language },
    main: html`<h1>${says.undone}</h1>
<p class="note" role="status">${says.asBefore(what)}</p>
<form method="post"><input type="hidden" name="action" value="unsubscribe">
<p class="actions"><button type="submit">${says.button}</button></p></form>`,
  };
}
