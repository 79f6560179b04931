import type { CsvRow } from "#csv";
import { MOST_TRAIT_BYTES } from "#engine";
import { textFault } from "#values";
import type { Column } from "./read-columns.ts";
import type { RefusedRow } from "./schema.ts";

/** What a row says of a person. */
export type PersonRow = {
  readonly line: number;
  readonly userId: string | null;
  readonly anonymousId: string | null;
  readonly traits: Readonly<Record<string, unknown>>;
  readonly addTags: readonly string[];
  readonly stage: string | null;
};

const LONGEST_ID = 255;
const YES = new Set(["1", "true", "yes", "y", "x", "ja", "oui", "si", "sì", "sí", "wahr", "vrai", "subscribed"]);
const NO = new Set(["0", "false", "no", "n", "nein", "non", "falsch", "faux", "unsubscribed"]);

/** A cell that cannot be read. */
class Refusal extends Error {}

/** Reads a row; an empty cell leaves what is stored as it is. */
export function readRow(row: CsvRow, columns: readonly Column[], delimiter: string): PersonRow | RefusedRow {
  const { line, cells } = row;
  if (cells.slice(columns.length).some((cell) => cell !== ""))
    return {
      line,
      column: null,
      message: `The row has ${cells.length} cells, and the first line has ${columns.length}.`,
    };
  const ids: Record<"userId" | "anonymousId", string | null> = { userId: null, anonymousId: null };
  const traits: Record<string, unknown> = {};
  const addTags: string[] = [];
  let stage: string | null = null;
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? "";
    if (cell === "" || column.to === "skip") continue;
    try {
      if (column.to === "userId" || column.to === "anonymousId") ids[column.to] = short(storable(cell));
      else if (column.to === "tags") addTags.push(...tagsOf(storable(cell)));
      else if (column.to === "stage") stage = short(storable(cell));
      else if (column.to === "trait")
        traits[column.trait ?? column.name] = readValue(storable(cell), column.form, delimiter);
      else traits.unsubscribed = booleanOf(cell) === (column.to === "unsubscribed");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { line, column: column.name, message: error.message };
    }
  }
  if (ids.userId === null && ids.anonymousId === null)
    return { line, column: null, message: "The row names nobody: its id is empty." };
  if (Buffer.byteLength(JSON.stringify(traits)) > MOST_TRAIT_BYTES)
    return { line, column: null, message: `Its traits are larger than ${MOST_TRAIT_BYTES / 1_024} KB.` };
  return { line, ...ids, traits, addTags, stage };
}

function storable(cell: string): string {
  const fault = textFault(cell);
  if (fault !== null) throw new Refusal(`The cell ${fault}.`);
  return cell;
}

function short(text: string): string {
  if (text.length > LONGEST_ID) throw new Refusal(`It may have ${LONGEST_ID} characters at most.`);
  return text;
}

/** Tags are separated by commas, semicolons or bars; the cell is in quotes where one of them is the delimiter. */
function tagsOf(cell: string): string[] {
  const tags = cell.split(/[,;|]/).map((tag) => tag.trim());
  return tags.filter((tag) => tag !== "").map(short);
}

function readValue(cell: string, form: Column["form"], delimiter: string): unknown {
  if (form === "number") return numberOf(cell, delimiter);
  return form === "boolean" ? booleanOf(cell) : cell;
}

/** A file with semicolons comes from a country that writes decimal commas: `1.234,5`. Else a comma groups digits. */
function numberOf(cell: string, delimiter: string): number {
  const bare = cell.replace(/[\s\u00a0\u202f']/g, "");
  const isComma = delimiter === ";" || (/^[+-]?\d+,\d+$/.test(bare) && !/^[+-]?\d{1,3},\d{3}$/.test(bare));
  const written = isComma ? bare.replaceAll(".", "").replace(",", ".") : bare.replaceAll(",", "");
  const number = Number(written);
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(written) || !Number.isFinite(number))
    throw new Refusal(`“${cell.slice(0, 40)}” is no number.`);
  return number;
}

function booleanOf(cell: string): boolean {
  const word = cell.toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new Refusal(`“${cell.slice(0, 40)}” is neither yes nor no.`);
}
