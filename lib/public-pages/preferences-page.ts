import { type ConsentChannel, FREQUENCIES, type Frequency } from "#consent";
import type { Brand } from "./brand.ts";
import { html, type Markup } from "./html.ts";
import type { Page } from "./page.ts";
import { PUBLIC_TEXTS, type PublicLanguage, type PublicTexts } from "./texts/index.ts";

export type PreferencesView = {
  readonly brand: Brand;
  readonly receives: boolean;
  readonly topics: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string | null;
    readonly receives: boolean;
    readonly isPending: boolean;
  }[];
  /** `address`: of push the number of devices. */
  readonly channels: readonly {
    readonly channel: ConsentChannel;
    readonly address: string | number;
    readonly receives: boolean;
  }[];
  readonly frequency: Frequency | null;
  readonly snoozedUntil: number | null;
  readonly language: string | null;
  readonly languages: readonly string[];
  readonly tracking: { readonly opens: boolean; readonly clicks: boolean };
  /** Epoch ms: the first day to which messages can be put off is the next one. */
  readonly now: number;
  readonly isSaved: boolean;
  /** The language of the page itself. */
  readonly pageLanguage: PublicLanguage;
};

const DAY_MS = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Everything that a person may choose, in one form that works without a script. */
export function preferencesPage(view: PreferencesView): Page {
  const { brand, receives, isSaved, pageLanguage: language } = view;
  const texts = PUBLIC_TEXTS[language];
  const { preferences: says } = texts;
  const main = html`<h1>${says.heading}</h1>
${isSaved ? html`<p class="note" role="status">${says.saved}</p>` : null}
<form method="post">
<fieldset><legend>${says.messagesFrom(brand.name)}</legend>
${checkbox({ name: "receives", value: "1", checked: receives, label: says.receives, hint: says.receivesHint })}
</fieldset>
${topicsOf(view, says)}
${channelsOf(view, texts)}
${timesOf(view, texts)}
${languageOf(view, says)}
<fieldset><legend>${says.measuring}</legend>
${checkbox({ name: "opens", value: "1", checked: view.tracking.opens, label: says.opens, hint: null })}
${checkbox({ name: "clicks", value: "1", checked: view.tracking.clicks, label: says.clicks, hint: null })}
</fieldset>
<p class="actions"><button class="main" type="submit" name="action" value="save">${says.save}</button>
<button type="submit" name="action" value="leave">${says.leave}</button></p>
</form>`;
  return { title: says.title, brand, main, language };
}

type Choice = {
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly label: string;
  readonly hint: string | null;
};

const checkbox = ({ name, value, checked, label, hint }: Choice): Markup =>
  html`<label class="choice"><input type="checkbox" name="${name}" value="${value}"${checked ? html` checked` : null}><span>${label}${
    hint === null ? null : html`<span class="hint">${hint}</span>`
  }</span></label>`;

type Says = PublicTexts["preferences"];

function topicsOf({ topics }: PreferencesView, says: Says): Markup | null {
  if (topics.length === 0) return null;
  const choices = topics.map(({ id, name, description, receives, isPending }) => {
    const wait = isPending ? says.pending : null;
    const hint = [description, wait].filter((line) => line !== null).join(" ");
    return checkbox({ name: "topic", value: id, checked: receives || isPending, label: name, hint: hint || null });
  });
  return html`<fieldset><legend>${says.topics}</legend>${choices}</fieldset>`;
}

function channelsOf(
  { channels }: PreferencesView,
  { preferences: says, channel: names, devices }: PublicTexts,
): Markup | null {
  if (channels.length === 0) return null;
  const choices = channels.map(({ channel, address, receives }) => {
    const hint = typeof address === "number" ? devices(address) : address;
    return checkbox({ name: "channel", value: channel, checked: receives, label: names[channel], hint });
  });
  return html`<fieldset><legend>${says.channels}</legend>${choices}</fieldset>`;
}

function timesOf(
  { frequency, snoozedUntil, now }: PreferencesView,
  { preferences: says, frequency: words }: PublicTexts,
): Markup {
  const options = FREQUENCIES.map((one) => option(one, words[one], one === frequency));
  const until = snoozedUntil !== null && snoozedUntil > now ? dayOf(snoozedUntil) : "";
  return html`<fieldset><legend>${says.often}</legend>
<label class="field"><span>${says.atMost}</span><select name="frequency">${option("", says.noLimit, frequency === null)}${options}</select></label>
<label class="field"><span>${says.nothingUntil}</span><input type="date" name="snooze" value="${until}" min="${dayOf(now + DAY_MS)}" max="${dayOf(now + 730 * DAY_MS)}"><span class="hint">${says.nothingUntilHint}</span></label>
</fieldset>`;
}

function languageOf({ languages, language }: PreferencesView, says: Says): Markup | null {
  if (languages.length === 0) return null;
  const known = language !== null && languages.includes(language);
  const options = languages.map((one) => option(one, languageName(one), one === language));
  return html`<fieldset><legend>${says.language}</legend><label class="field"><span>${says.writeIn}</span><select name="language">${
    known ? null : option("", says.noChoice, true)
  }${options}</select></label></fieldset>`;
}

const option = (value: string, label: string, selected: boolean): Markup =>
  html`<option value="${value}"${selected ? html` selected` : null}>${label}</option>`;

/** In the language itself, so that the people who need it can read it. */
function languageName(code: string): string {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
