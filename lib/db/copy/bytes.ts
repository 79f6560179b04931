/** Bytes that grow as they are written, in network order. */
export class Bytes {
  private buffer: Buffer;
  private at = 0;

  constructor(size: number) {
    this.buffer = Buffer.allocUnsafe(size);
  }

  int16(value: number): void {
    this.fit(2);
    this.at = this.buffer.writeInt16BE(value, this.at);
  }

  int32(value: number): void {
    this.fit(4);
    this.at = this.buffer.writeInt32BE(value, this.at);
  }

  raw(bytes: Buffer): void {
    this.fit(bytes.length);
    this.at += bytes.copy(this.buffer, this.at);
  }

  byte(value: number): void {
    this.fit(1);
    this.at = this.buffer.writeUInt8(value, this.at);
  }

  /** Text without its length. */
  bare(value: string): void {
    this.fit(value.length * 3);
    this.at += this.buffer.write(value, this.at);
  }

  /** What `write` writes, with its length in bytes before it. */
  sized(write: () => void): void {
    const start = this.at;
    this.int32(0);
    write();
    this.buffer.writeInt32BE(this.at - start - 4, start);
  }

  /** With its length in bytes before it. */
  text(value: string): void {
    // A UTF-16 unit takes three bytes at most.
    this.fit(4 + value.length * 3);
    const length = this.buffer.write(value, this.at + 4);
    this.buffer.writeInt32BE(length, this.at);
    this.at += 4 + length;
  }

  /** The sixteen bytes of a uuid. Throws a `RangeError` for invalid text, because the server would accept any bytes. */
  uuid(value: string): void {
    this.fit(16);
    let { at } = this;
    let seen = value.length === UUID_LENGTH ? 0 : NO_DIGITS;
    for (let place = 0; place < 16; place += 1) {
      const start = STARTS[place] ?? 0;
      const high = value.charCodeAt(start);
      const low = value.charCodeAt(start + 1);
      const byte = (high | low) < 128 ? (PAIRS[(high << 7) | low] ?? NO_DIGITS) : NO_DIGITS;
      seen |= byte;
      this.buffer[at++] = byte;
    }
    if (seen >= NO_DIGITS) throw new RangeError(`"${value}" is no uuid.`);
    this.at = at;
  }

  /** Copies the bytes from `start` to `end` to the end. */
  again(start: number, end: number): void {
    this.fit(end - start);
    this.buffer.copyWithin(this.at, start, end);
    this.at += end - start;
  }

  get length(): number {
    return this.at;
  }

  taken(): Buffer {
    return this.buffer.subarray(0, this.at);
  }

  private fit(more: number): void {
    if (this.at + more <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.at + more));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
  }
}

const UUID_LENGTH = 36;
const NO_DIGITS = 256;

/** Where the pairs of digits of a uuid begin in its text. */
const STARTS = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/**
 * The value of two hexadecimal digits, by character codes. A table, because ids take a tenth of the time of a batch in
 * Node.
 */
const PAIRS = new Uint16Array(128 * 128).map((_, pair) => {
  const digits = String.fromCharCode(pair >> 7, pair & 127);
  return /^[\da-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : NO_DIGITS;
});
