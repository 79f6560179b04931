import { listOf, objectOf, textOf } from "../json.ts";

type Fields = Readonly<Record<string, unknown>>;
export type Found = { readonly pointer: string; readonly fields: Fields };

/** The kinds of objects in an export; each is a list under its name. */
export type Kind = "campaign" | "campaign_event" | "email" | "sms" | "page" | "asset" | "lists" | "forms";

/** The objects of one export by kind and local id, with their places in the file. */
export class ExportIndex {
  readonly #root: Fields;
  readonly #pointer: string;

  constructor(root: unknown, pointer: string) {
    this.#root = objectOf(root);
    this.#pointer = pointer;
  }

  all(kind: Kind): readonly Found[] {
    return listOf(this.#root[kind]).map((fields, index) => ({
      pointer: `${this.#pointer}/${kind}/${index}`,
      fields: objectOf(fields),
    }));
  }

  find(kind: Kind, id: unknown): Found | null {
    const wanted = textOf(id);
    return wanted === "" ? null : (this.all(kind).find(({ fields }) => textOf(fields.id) === wanted) ?? null);
  }

  /** The segments or forms by which people enter a campaign. */
  sourcesOf(campaignId: string, kind: "lists" | "forms"): readonly Found[] {
    const entries = listOf(this.#root.dependencies).flatMap((dependencies) => listOf(objectOf(dependencies)[kind]));
    const ids = entries
      .map(objectOf)
      .filter(({ campaign }) => textOf(campaign) === campaignId)
      .map((entry) => entry[kind]);
    return ids.flatMap((id) => this.find(kind, id) ?? []);
  }
}

/** The id of an object that other installations know too, else the local one. */
export const lastingId = ({ fields }: Found): string => textOf(fields.uuid) || textOf(fields.id);

/**
 * The properties of an event. They are there twice, and the nested ones are leftovers of the form: texts, and for a
 * jump the temporary id of a step that was never saved.
 */
export function propertiesOf(fields: Fields): Fields {
  const properties = objectOf(fields.properties);
  const given = Object.entries(properties).filter(([key, value]) => key !== "properties" && value !== null);
  return { ...objectOf(properties.properties), ...Object.fromEntries(given) };
}
