import { freeName } from "#journey";
import type { ImportedSegment, Level, ReportEntry, UnnamedId } from "./contract.ts";

type Told = { readonly level: Level; readonly reason?: string | null; readonly unfinished?: boolean };

/** Collects the report of one journey, with the segments and ids that its steps name. */
export class Outline {
  readonly #entries: ReportEntry[] = [];
  readonly #segments = new Map<string, ImportedSegment>();
  readonly #unnamed = new Map<string, UnnamedId>();
  readonly #names: Readonly<Record<string, string>>;

  constructor(names: Readonly<Record<string, string>> = {}) {
    this.#names = names;
  }

  /** Notes what happened to a part of the file; `nodes` are added when the graph is drawn. */
  note(
    about: Pick<ReportEntry, "pointer" | "subject" | "name" | "type"> & { readonly id?: string | null },
    told: Told,
  ) {
    const { id = null, ...place } = about;
    const { level, reason = null, unfinished = false } = told;
    this.#entries.push({ ...place, foreignId: id, level, reason, unfinished, nodes: [] });
  }

  /** The name given for an id, which else is noted as unnamed; null = none was given. */
  nameOf(kind: UnnamedId["kind"], id: string): string | null {
    const given = Object.hasOwn(this.#names, id) ? this.#names[id]?.trim() : "";
    if (given) return given;
    this.#unnamed.set(`${kind} ${id}`, { kind, id });
    return null;
  }

  /** The key of a segment of this name. Names that differ only in signs become different segments. */
  segment(name: string): string {
    const known = this.segments.find((segment) => segment.name === name);
    if (known !== undefined) return known.key;
    const key = freeName(keyOf(name), new Set(this.#segments.keys()), "-");
    this.#segments.set(key, { key, name });
    return key;
  }

  get segments(): readonly ImportedSegment[] {
    return [...this.#segments.values()];
  }

  get unnamed(): readonly UnnamedId[] {
    return [...this.#unnamed.values()];
  }

  /** The report in the order of the file, with the names of the nodes that each step became. */
  report(namesOf: ReadonlyMap<string, readonly string[]>): readonly ReportEntry[] {
    const inFileOrder = this.#entries.sort((left, right) => IN_ORDER.compare(left.pointer, right.pointer));
    return inFileOrder.map((entry) => {
      const nodes = entry.subject === "step" && entry.foreignId !== null ? namesOf.get(entry.foreignId) : undefined;
      return nodes === undefined ? entry : { ...entry, nodes };
    });
  }
}

const IN_ORDER = new Intl.Collator("en", { numeric: true });

/** A name as a key: small letters, digits and hyphens. */
export function keyOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100);
  return /^[a-z]/.test(plain) ? plain : ["segment", plain].filter(Boolean).join("-");
}
