const CONTACT_FIELD = /\{contactfield=([\w-]+)(?:\|([^}]*))?\}/gi;
const LEFT_OUT =
  /\{(?:unsubscribe_text|unsubscribe_url|webview_text|webview_url|tracking_pixel|signature|dnc_url|resubscribe_url)\}/gi;
const OTHER =
  /\{(?:dynamiccontent|assetlink|pagelink|formlink|form|focus|ownerfield|company|date|leadfield)[=.][^}]*\}/gi;

export type Translated = {
  readonly text: string;
  /** Tokens that were taken out, because nothing here says the same. */
  readonly removed: readonly string[];
  /** The text holds marks that mean nothing in Mautic and are template code here. */
  readonly hasLiquid: boolean;
};

/** Mautic's tokens in a text as Liquid; the modifier `true` of a field means that it is part of an address. */
export function translateTokens(source: string): Translated {
  const removed = new Set<string>();
  const remove = (token: string) => {
    removed.add(token);
    return "";
  };
  const text = source
    .replace(CONTACT_FIELD, (_, field: string, modifier = "") => variableOf(field, modifier))
    .replace(LEFT_OUT, remove)
    .replace(OTHER, remove);
  return { text, removed: [...removed], hasLiquid: /\{\{|\{%/.test(source) };
}

function variableOf(field: string, modifier: string): string {
  const path = `person.traits.${traitOf(field)}`;
  if (modifier === "") return `{{ ${path} }}`;
  if (modifier === "true") return `{{ ${path} | url_encode }}`;
  return `{{ ${path} | default: ${JSON.stringify(modifier)} }}`;
}

/** The trait of a contact field: fields keep their alias. */
export const traitOf = (field: string): string => (/^[A-Za-z_]\w*$/.test(field) ? field : field.replace(/\W/g, "_"));
