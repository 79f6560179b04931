import type { SeenProperty } from "#store/property-catalog";
import { isPersonalField } from "#values";

/** Of a field with more values none is kept: it is an address, an id or a number. */
export const MOST_VALUES = 40;
/** A value is kept once so many people share it, so that none is about one person. */
const SHARED_BY = 3;
const LONGEST_NAME = 120;
const LONGEST_VALUE = 64;
const MOST_FIELDS_AT_ONCE = 100;
/** Fields that are remembered; beyond that all of them are learned again. */
const MOST_REMEMBERED = 4_000;
const DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}|$)/;

type Key = { readonly workspaceId: string; readonly event: string };
type Field = Key & {
  readonly field: string;
  readonly types: Set<string>;
  /** Who has each value, up to `SHARED_BY`. */
  readonly values: Map<string, string[]>;
  isOpen: boolean;
  /** How often it was seen since it was last taken. */
  count: number;
  isNews: boolean;
  takenAt: number;
};

/** What one process remembers of the fields it saw. Nothing of it is kept longer than the process. */
export class SeenFields {
  readonly #fields = new Map<string, Field>();

  /** Learns from one event, or from one change of traits, of a person. */
  learn(key: Key, person: string, record: Readonly<Record<string, unknown>>): void {
    let fields = 0;
    for (const name in record) {
      if (++fields > MOST_FIELDS_AT_ONCE) return;
      if (name.length > LONGEST_NAME || record[name] === undefined) continue;
      learnValue(this.#fieldOf(key, name), person, record[name]);
    }
  }

  /** What is new, and what was last taken `everyMs` ago or longer: so a frequent field is not written at every flush. */
  take(now: number, everyMs: number): SeenProperty[] {
    const taken: SeenProperty[] = [];
    for (const field of this.#fields.values()) {
      if (field.count === 0 || !(field.isNews || now - field.takenAt >= everyMs)) continue;
      const shared = [...field.values].filter(([, people]) => people.length >= SHARED_BY);
      const { workspaceId, event, count, isOpen } = field;
      taken.push({
        ...{ workspaceId, event, field: field.field, count, isOpen },
        types: [...field.types],
        values: isOpen ? [] : shared.map(([value]) => value),
      });
      Object.assign(field, { count: 0, isNews: false, takenAt: now });
    }
    return taken.sort((one, other) => (idOf(one, one.field) < idOf(other, other.field) ? -1 : 1));
  }

  #fieldOf(key: Key, name: string): Field {
    const id = idOf(key, name);
    let field = this.#fields.get(id);
    if (field === undefined) {
      if (this.#fields.size >= MOST_REMEMBERED) this.#fields.clear();
      const { workspaceId, event } = key;
      const seen = { types: new Set<string>(), values: new Map<string, string[]>(), isOpen: isPersonalField(name) };
      field = { workspaceId, event, field: name, ...seen, count: 0, isNews: true, takenAt: 0 };
      this.#fields.set(id, field);
    }
    return field;
  }
}

const idOf = ({ workspaceId, event }: Key, field: string): string => `${workspaceId} ${event}\n${field}`;

function learnValue(field: Field, person: string, value: unknown): void {
  field.count++;
  const type = typeOf(value);
  if (!field.types.has(type)) {
    field.types.add(type);
    field.isNews = true;
  }
  if (field.isOpen || value === null || typeof value === "object") return;
  if (type === "date" || (typeof value === "string" && isUnfit(value))) {
    close(field);
    return;
  }
  const text = JSON.stringify(value);
  const people = field.values.get(text);
  if (people === undefined) {
    field.values.set(text, [person]);
    if (field.values.size > MOST_VALUES) close(field);
  } else if (people.length < SHARED_BY && !people.includes(person)) {
    people.push(person);
    if (people.length === SHARED_BY) field.isNews = true;
  }
}

function close(field: Field): void {
  field.isOpen = true;
  field.isNews = true;
  field.values.clear();
}

const isUnfit = (text: string): boolean => text.length > LONGEST_VALUE || text.includes("@");

/** `string number boolean null object date`, or of a list `array:` and the types of its items. */
function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return `array:${[...new Set(value.slice(0, 20).map(typeOf))].sort().join(",")}`;
  return typeof value === "string" && DATE.test(value) ? "date" : typeof value;
}
