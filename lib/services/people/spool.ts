import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { newId } from "#db";

/**
 * A file without a name for an answer that is made faster than it is read: the caller's pace then holds no connection of
 * the database. It is removed from its folder at once, so nothing remains of it, whatever ends the process.
 */
export class Spool {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(): Promise<Spool> {
    const path = join(tmpdir(), `sojourn-${newId()}`);
    const file = await open(path, "wx+", 0o600);
    await unlink(path);
    return new Spool(file);
  }

  async write(text: string): Promise<void> {
    await this.#file.appendFile(text);
  }

  /** All that was written; the file is gone when it was read, or when the reader leaves. */
  read(): ReadableStream<Uint8Array> {
    return Readable.toWeb(this.#file.createReadStream({ start: 0, autoClose: true })) as ReadableStream<Uint8Array>;
  }

  async discard(): Promise<void> {
    await this.#file.close();
  }
}
