import { FREQUENCIES, type Frequency } from "#consent";
import { channelLabel, FREQUENCY_WORDS, sentence } from "#words";
import type { Brand } from "./brand.ts";
import { html, type Markup } from "./html.ts";
import type { Page } from "./page.ts";

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
  readonly channels: readonly { readonly channel: string; readonly address: string; readonly receives: boolean }[];
  readonly frequency: Frequency | null;
  readonly snoozedUntil: number | null;
  readonly language: string | null;
  readonly languages: readonly string[];
  readonly tracking: { readonly opens: boolean; readonly clicks: boolean };
  /** Epoch ms: the first day to which messages can be put off is the next one. */
  readonly now: number;
  readonly isSaved: boolean;
};

const DAY_MS = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Everything that a person may choose, in one form that works without a script. */
export function preferencesPage(view: PreferencesView): Page {
  const { brand, receives, isSaved } = view;
  const main = html`<h1>What do you want to receive?</h1>
${isSaved ? html`<p class="note" role="status">Your choices are saved.</p>` : null}
<form method="post">
<fieldset><legend>Messages from ${brand.name}</legend>
${checkbox({ name: "receives", value: "1", checked: receives, label: "Send me news and offers", hint: "Without it you receive only what is necessary, such as receipts." })}
</fieldset>
${topicsOf(view)}
${channelsOf(view)}
${timesOf(view)}
${languageOf(view)}
<fieldset><legend>Measuring</legend>
${checkbox({ name: "opens", value: "1", checked: view.tracking.opens, label: "Notice when I open an email", hint: null })}
${checkbox({ name: "clicks", value: "1", checked: view.tracking.clicks, label: "Notice which links I follow", hint: null })}
</fieldset>
<p class="actions"><button class="main" type="submit" name="action" value="save">Save</button>
<button type="submit" name="action" value="leave">Unsubscribe from everything</button></p>
</form>`;
  return { title: "Your preferences", brand, main };
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

function topicsOf({ topics }: PreferencesView): Markup | null {
  if (topics.length === 0) return null;
  const choices = topics.map(({ id, name, description, receives, isPending }) => {
    const wait = isPending ? "Waiting for your confirmation: use the link in the email that we sent you." : null;
    const hint = [description, wait].filter((line) => line !== null).join(" ");
    return checkbox({ name: "topic", value: id, checked: receives || isPending, label: name, hint: hint || null });
  });
  return html`<fieldset><legend>Topics</legend>${choices}</fieldset>`;
}

function channelsOf({ channels }: PreferencesView): Markup | null {
  if (channels.length === 0) return null;
  const choices = channels.map(({ channel, address, receives }) =>
    checkbox({ name: "channel", value: channel, checked: receives, label: channelLabel(channel), hint: address }),
  );
  return html`<fieldset><legend>Where</legend>${choices}</fieldset>`;
}

function timesOf({ frequency, snoozedUntil, now }: PreferencesView): Markup {
  const options = FREQUENCIES.map((one) => option(one, sentence(FREQUENCY_WORDS[one]).slice(0, -1), one === frequency));
  const until = snoozedUntil !== null && snoozedUntil > now ? dayOf(snoozedUntil) : "";
  return html`<fieldset><legend>How often</legend>
<label class="field"><span>At most</span><select name="frequency">${option("", "As often as there is something", frequency === null)}${options}</select></label>
<label class="field"><span>Nothing until</span><input type="date" name="snooze" value="${until}" min="${dayOf(now + DAY_MS)}" max="${dayOf(now + 730 * DAY_MS)}"><span class="hint">Leave it empty to receive messages now.</span></label>
</fieldset>`;
}

function languageOf({ languages, language }: PreferencesView): Markup | null {
  if (languages.length === 0) return null;
  const known = language !== null && languages.includes(language);
  const options = languages.map((one) => option(one, languageName(one), one === language));
  return html`<fieldset><legend>Language</legend><label class="field"><span>Write to me in</span><select name="language">${
    known ? null : option("", "No choice made", true)
  }${options}</select></label></fieldset>`;
}

const option = (value: string, label: string, selected: boolean): Markup =>
  html`<option value="${value}"${selected ? html` selected` : null}>${label}</option>`;

/** In the language itself, so that the people who need it can read it. */
function languageName(code: string): string {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
