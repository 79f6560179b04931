import type { CsvRow } from "#csv";
import { MOST_TRAIT_BYTES } from "#engine";
import type { ImportedPerson, RefusedRow } from "#store/people-import-parts";
import { textFault } from "#values";
import type { Column } from "./read-columns.ts";

const LONGEST_ID = 255;
const YES = new Set(["1", "true", "yes", "y", "x", "ja", "oui", "si", "sì", "sí", "wahr", "vrai", "subscribed"]);
const NO = new Set(["0", "false", "no", "n", "nein", "non", "falsch", "faux", "unsubscribed"]);

/** A cell that cannot be read. The reason does not repeat the cell: it is kept, and the cell may say something of a person. */
class Refusal extends Error {}

type Person = {
  userId?: string;
  anonymousId?: string;
  traits: Record<string, unknown>;
  addTags: string[];
  stage?: string;
  unsubscribed?: boolean;
};

/** Reads a row; an empty cell leaves what is stored as it is. `needsId`: a row without an id is refused. */
export function readRow(
  row: CsvRow,
  columns: readonly Column[],
  delimiter: string,
  needsId = true,
): ImportedPerson | RefusedRow {
  const { line, cells } = row;
  const refuse = (column: string | null, message: string): RefusedRow => ({ line, column, message });
  if (cells.slice(columns.length).some((cell) => cell !== ""))
    return refuse(null, `The row has ${cells.length} cells, and the first line has ${columns.length}.`);
  const person: Person = { traits: {}, addTags: [] };
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? "";
    if (cell === "" || column.to === "skip") continue;
    try {
      readCell(person, column, cell, delimiter);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refuse(column.name, error.message);
    }
  }
  const { traits, addTags, ...rest } = person;
  if (needsId && rest.userId === undefined && rest.anonymousId === undefined)
    return refuse(null, "The row names nobody: its id is empty.");
  const hasTraits = Object.keys(traits).length > 0;
  if (hasTraits && Buffer.byteLength(JSON.stringify(traits)) > MOST_TRAIT_BYTES)
    return refuse(null, `Its traits are larger than ${MOST_TRAIT_BYTES / 1_024} KB.`);
  return { ...rest, ...(hasTraits ? { traits } : {}), ...(addTags.length > 0 ? { addTags } : {}) };
}

function readCell(person: Person, column: Column, cell: string, delimiter: string): void {
  const { to, form, name, trait = name } = column;
  if (to === "subscribed" || to === "unsubscribed") person.unsubscribed = booleanOf(cell) === (to === "unsubscribed");
  else if (to === "userId" || to === "anonymousId") person[to] = short(storable(cell));
  else if (to === "tags") person.addTags.push(...tagsOf(storable(cell)));
  else if (to === "stage") person.stage = short(storable(cell));
  else person.traits[trait] = readValue(storable(cell), form, delimiter);
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
    throw new Refusal("The cell is no number.");
  return number;
}

function booleanOf(cell: string): boolean {
  const word = cell.toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new Refusal("The cell is neither yes nor no.");
}
