import { channelLabel } from "#words";
import type { Brand } from "./brand.ts";
import { html } from "./html.ts";
import type { Page } from "./page.ts";

export type UnsubscribeView = {
  readonly brand: Brand;
  readonly topic: string | null;
  readonly channel: string | null;
  /** `asked`: nothing has changed yet. */
  readonly state: "asked" | "done" | "undone";
};

const whatOf = ({ topic, channel, brand }: UnsubscribeView): string =>
  topic === null ? `${channel === null ? "messages" : nounOf(channel)} from ${brand.name}` : `“${topic}”`;

const nounOf = (channel: string): string => (channel === "email" ? "emails" : `${channelLabel(channel)} messages`);

/** Asks first: opening the page changes nothing, because programs that look for bad links open it too. */
export function unsubscribePage(view: UnsubscribeView): Page {
  const { brand, state } = view;
  const what = whatOf(view);
  if (state === "asked")
    return {
      title: "Unsubscribe",
      brand,
      main: html`<h1>Unsubscribe from ${what}?</h1>
<p class="quiet">You will still receive what is necessary, such as receipts.</p>
<form method="post"><input type="hidden" name="action" value="unsubscribe">
<p class="actions"><button class="main" type="submit">Unsubscribe</button></p></form>`,
    };
  if (state === "done")
    return {
      title: "Unsubscribed",
      brand,
      main: html`<h1>You are unsubscribed</h1>
<p class="note" role="status">You will receive no more ${what}.</p>
<form method="post"><input type="hidden" name="action" value="undo">
<p class="actions"><button type="submit">Undo</button></p></form>`,
    };
  return {
    title: "Subscribed again",
    brand,
    main: html`<h1>You are subscribed again</h1>
<p class="note" role="status">You will receive ${what} as before.</p>
<form method="post"><input type="hidden" name="action" value="unsubscribe">
<p class="actions"><button type="submit">Unsubscribe</button></p></form>`,
  };
}
