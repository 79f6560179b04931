import {
  ANY,
  addressOn,
  CONSENT_CHANNELS,
  type ConsentChannel,
  type Frequency,
  goesToDevices,
  isConsentChannel,
  trackingOf,
} from "#consent";
import { getDatabase, wakeEngine } from "#db";
import { readDevices } from "#store/devices";
import { appendSignals } from "#store/inbox";
import { readPreferences } from "#store/preferences";
import { readSubscriptions, type SubscriptionRow } from "#store/subscriptions";
import { type OpenedLink, readLink } from "./read-link.ts";
import { type Answer, storeAnswers } from "./store-answers.ts";

/** What a person sees, and may change, on their preference page. */
export type PreferenceModel = {
  readonly opened: OpenedLink;
  /** False: they unsubscribed from everything. */
  readonly receives: boolean;
  readonly topics: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string | null;
    readonly receives: boolean;
    readonly isPending: boolean;
  }[];
  /** The channels on which they have an address. */
  readonly channels: readonly {
    readonly channel: ConsentChannel;
    /** Not spelt out; of push the number of devices. */
    readonly address: string | number;
    readonly receives: boolean;
  }[];
  readonly frequency: Frequency | null;
  readonly snoozedUntil: number | null;
  readonly language: string | null;
  /** Empty: there is nothing to choose from. */
  readonly languages: readonly string[];
  readonly tracking: { readonly opens: boolean; readonly clicks: boolean };
};

/** Null: the link leads nowhere. */
export async function openPreferences(token: string): Promise<PreferenceModel | null> {
  const opened = await readLink(token, "preferences");
  return opened === null ? null : await modelOf(opened);
}

async function modelOf(opened: OpenedLink): Promise<PreferenceModel> {
  const { person, workspace } = opened;
  const { sql } = getDatabase();
  const [rows, [preferences = null], devices] = await Promise.all([
    readSubscriptions(sql, [person.id]),
    readPreferences(sql, [person.id]),
    readDevices(sql, workspace.id, person.id),
  ]);
  const isLeft = (topic: string, channel: string) =>
    rows.some((one) => one.topic === topic && one.channel === channel && one.state === "unsubscribed");
  const shownOn = (channel: ConsentChannel): string | number =>
    goesToDevices(channel) ? devices.length : masked(addressOn(channel, person));
  const { languages } = workspace.settings;
  return {
    opened,
    receives: !isLeft(ANY, ANY),
    topics: opened.topics.map(({ id, name, description, defaultOn }) => ({
      ...{ id, name, description },
      ...answered(rows, id, defaultOn),
    })),
    channels: CONSENT_CHANNELS.map((channel) => ({
      ...{ channel, address: shownOn(channel), receives: !isLeft(ANY, channel) },
    })).filter(({ address }) => address !== "" && address !== 0),
    frequency: preferences?.frequency ?? null,
    snoozedUntil: preferences?.snoozedUntil ?? null,
    language: typeof person.traits.language === "string" ? person.traits.language : null,
    languages: Array.isArray(languages) ? languages.filter((one) => typeof one === "string") : [],
    tracking: trackingOf(workspace.settings, preferences),
  };
}

function answered(rows: readonly SubscriptionRow[], topic: string, defaultOn: boolean) {
  const states = rows.filter((one) => one.topic === topic).map(({ state }) => state);
  const isOff = states.includes("unsubscribed");
  const isPending = !isOff && !states.includes("subscribed") && states.includes("pending");
  return { receives: !isOff && !isPending && (defaultOn || states.includes("subscribed")), isPending };
}

/** A forwarded mail shows its link to others, so the page does not spell the address out. */
function masked(address: string): string {
  if (address === "") return "";
  const at = address.lastIndexOf("@");
  if (at < 0) return `…${address.slice(-3)}`;
  return at < 1 ? "…" : `${address.slice(0, 1)}…${address.slice(at)}`;
}

/** What the form of the page says. Fields that it did not show are left out. */
export type PreferenceForm = {
  readonly receives: boolean;
  readonly topics: readonly string[];
  readonly channels: readonly string[];
  readonly frequency: Frequency | null;
  readonly snoozedUntil: number | null;
  readonly language: string | null;
  readonly tracking: { readonly opens: boolean; readonly clicks: boolean };
};

/** Stores only what differs from what the page showed, so that defaults stay defaults. */
export async function savePreferences(token: string, form: PreferenceForm): Promise<PreferenceModel | null> {
  const before = await openPreferences(token);
  if (before === null) return null;
  const { link, person } = before.opened;
  const place = { database: getDatabase(), workspaceId: link.workspaceId, personId: person.id };
  const { opens, clicks } = before.tracking;
  await storeAnswers(place, {
    subscriptions: changedAnswers(before, form),
    preferences: {
      frequency: form.frequency,
      snoozedUntil: form.snoozedUntil,
      ...(form.tracking.opens === opens ? {} : { trackOpens: form.tracking.opens }),
      ...(form.tracking.clicks === clicks ? {} : { trackClicks: form.tracking.clicks }),
    },
    source: "preferences",
    deliveryId: link.deliveryId,
  });
  const { language } = form;
  if (language !== null && language !== before.language && before.languages.includes(language)) {
    const payload = { patch: { traits: { language } }, source: "preferences" };
    await appendSignals(place.database.sql, [
      { workspaceId: place.workspaceId, personId: person.id, kind: "patch", payload },
    ]);
    wakeEngine();
    const after = await modelOf(before.opened);
    return { ...after, language };
  }
  return await modelOf(before.opened);
}

function changedAnswers(before: PreferenceModel, form: PreferenceForm): Answer[] {
  const answers: Answer[] = [];
  if (form.receives !== before.receives)
    answers.push({ topic: ANY, channel: ANY, state: form.receives ? null : "unsubscribed" });
  for (const { channel, receives } of before.channels) {
    const wants = form.channels.includes(channel);
    if (wants !== receives && isConsentChannel(channel))
      answers.push({ topic: ANY, channel, state: wants ? null : "unsubscribed" });
  }
  for (const { id, receives, isPending } of before.topics) {
    const wants = form.topics.includes(id);
    // The box of a subscription that waits for its confirmation is ticked.
    if (wants === (receives || isPending)) continue;
    answers.push({ topic: id, channel: ANY, state: wants ? "subscribed" : "unsubscribed" });
    // An answer for one channel only would go on against what the page shows now.
    if (wants) for (const channel of CONSENT_CHANNELS) answers.push({ topic: id, channel, state: null });
  }
  return answers;
}
