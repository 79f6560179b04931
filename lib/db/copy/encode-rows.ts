import { Bytes } from "./bytes.ts";
import type { ColumnKind, Columns } from "./columns.ts";

const HEADER = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
/** 2000-01-01 in microseconds since 1970: Postgres counts from there. */
const POSTGRES_EPOCH = 946_684_800_000_000;
const TWO_32 = 2 ** 32;

type Value = string | number;

/**
 * Rows in the binary format of `COPY` (PostgreSQL documentation, "COPY", "Binary Format"): without quoting and parsing.
 * Throws a `RangeError` for an invalid uuid.
 */
export function encodeRows(columns: Columns): Buffer {
  const all = Object.values(columns).map(([kind, values]) => new Column(kind, values));
  const count = all[0]?.values.length ?? 0;
  const out = new Bytes(HEADER.length + 2 + count * all.length * 24);
  out.raw(HEADER);
  for (let row = 0; row < count; row += 1) {
    out.int16(all.length);
    for (const column of all) column.write(out, row);
  }
  out.int16(-1);
  return out.taken();
}

class Column {
  readonly values: readonly (Value | null)[];
  private readonly encode: (out: Bytes, value: Value) => void;
  private last: Value | null = null;
  private start = 0;
  private end = 0;

  constructor(kind: ColumnKind, values: readonly (Value | null)[]) {
    this.values = values;
    this.encode = ENCODERS[kind];
  }

  /** Consecutive rows of a journey differ in few columns: equal values are copied instead of encoded again. */
  write(out: Bytes, row: number): void {
    const value = this.values[row] ?? null;
    if (value === null) out.int32(-1);
    else if (value === this.last) out.again(this.start, this.end);
    else {
      this.start = out.length;
      this.encode(out, value);
      this.end = out.length;
      this.last = value;
    }
  }
}

const ENCODERS: Readonly<Record<ColumnKind, (out: Bytes, value: Value) => void>> = {
  smallint: (out, value) => {
    out.int32(2);
    out.int16(Number(value));
  },
  int: (out, value) => {
    out.int32(4);
    out.int32(Number(value));
  },
  uuid: (out, value) => {
    out.int32(16);
    out.uuid(String(value));
  },
  moment: (out, value) => micros(out, Number(value) * 1_000),
  micros: (out, value) => micros(out, Number(value)),
  flag: (out, value) => {
    out.int32(1);
    out.byte(Number(value));
  },
  text: (out, value) => out.text(String(value)),
  json: (out, value) => out.text(String(value)),
  jsonb: (out, value) => out.sized(() => jsonb(out, String(value))),
  texts: (out, value) => out.sized(() => texts(out, JSON.parse(String(value)))),
};

/** The version of the format, and the document's text, whose own length goes by that of the value. */
function jsonb(out: Bytes, document: string): void {
  out.byte(1);
  out.bare(document);
}

const TEXT_OID = 25;

/** An array of one dimension without nulls, or of none if it is empty (PostgreSQL source, `array_recv`). */
function texts(out: Bytes, list: readonly string[]): void {
  out.int32(list.length > 0 ? 1 : 0);
  out.int32(0);
  out.int32(TEXT_OID);
  if (list.length === 0) return;
  out.int32(list.length);
  out.int32(1);
  for (const text of list) out.text(text);
}

function micros(out: Bytes, since1970: number): void {
  const since2000 = Math.round(since1970) - POSTGRES_EPOCH;
  out.int32(8);
  out.int32(Math.floor(since2000 / TWO_32));
  out.int32(since2000 | 0);
}
