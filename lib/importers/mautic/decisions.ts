import type { JsonObject } from "#journey";
import { listOf, textOf } from "../json.ts";
import { eventFilterOf } from "../rules/event-filter.ts";
import type { FieldTest } from "../rules/field-test.ts";
import type { Kind } from "./export-index.ts";
import { close, open, type Scene, type Translate, type Translation, taken } from "./translation.ts";

const awaiting = (eventName: string, tests: readonly FieldTest[] = []) => ({
  type: "WAIT_FOR_EVENT" as const,
  config: { eventName, ...eventFilterOf(tests) } as JsonObject,
});

/** Aliases of the objects that a decision names. */
function aliasesOf(ids: unknown, kind: Kind, { index }: Scene): string[] {
  return listOf(ids).flatMap((id) => textOf(index.find(kind, id)?.fields.alias) || []);
}

const message =
  (eventName: string): Translate =>
  () =>
    close(
      awaiting(eventName),
      `It waits for ${eventName} of any message; Mautic means the message of the step before it.`,
    );

const pageHit: Translate = (properties, scene) => {
  const urls = textOf(properties.url)
    .split(",")
    .map((url) => url.trim())
    .filter(Boolean);
  const aliases = aliasesOf(properties.pages, "page", scene);
  const tests: FieldTest[] = [];
  if (urls.length > 0) tests.push({ name: "url", comparison: "matches", values: urls.map(wildcard) });
  if (aliases.length > 0)
    tests.push({ name: "url", comparison: "contains", values: aliases.map((alias) => `/${alias}`) });
  const referrer = textOf(properties.referer);
  if (referrer !== "") tests.push({ name: "referrer", comparison: "matches", values: [wildcard(referrer)] });
  const node = awaiting("page.viewed", tests);
  return tests.length > 0
    ? taken(node, "Page views are counted where a site has loaded the SDK.")
    : close(node, "It names no page, so any page view counts.");
};

/** `*` stands for anything. */
const wildcard = (pattern: string): string =>
  `^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`;

const formSubmit: Translate = ({ forms }, scene) => {
  const aliases = aliasesOf(forms, "forms", scene);
  const tests: FieldTest[] = aliases.length > 0 ? [{ name: "form", comparison: "is", values: aliases }] : [];
  return close(
    awaiting("form_submitted", tests),
    "Forms do not exist here: send the event form_submitted with the property form when one is sent.",
  );
};

const download: Translate = ({ assets }, scene) => {
  const aliases = aliasesOf(assets, "asset", scene);
  const tests: FieldTest[] = aliases.length > 0 ? [{ name: "asset", comparison: "is", values: aliases }] : [];
  return close(
    awaiting("asset_downloaded", tests),
    "Files do not exist here: send the event asset_downloaded with the property asset when one is loaded.",
  );
};

/** Every type of decision; other types are left for somebody to fill in. */
export const DECISIONS: Readonly<Record<string, Translate>> = {
  "email.open": message("message.opened"),
  "email.click": message("message.clicked"),
  "email.reply": message("message.replied"),
  "sms.reply": message("message.replied"),
  "page.pagehit": pageHit,
  "page.devicehit": () => close(awaiting("page.viewed"), "Devices are not known here, so any page view counts."),
  "form.submit": formSubmit,
  "asset.download": download,
};

export const unknownDecision = (type: string): Translation =>
  open({ type: "WAIT_FOR_EVENT", config: {} }, `Decisions of the type ${type} have no counterpart: choose an event.`);
