import { readTextFile } from "../enrollments/read-text-file.ts";

const MOST_BYTES = 24 * 1024 * 1024;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL_HEADER = 30;
const STORED = 0;
const DEFLATED = 8;

/** The text of an exported file; of a ZIP archive that of its first JSON or YAML file, as Mautic packs it. */
export async function readExportFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  return isArchive ? await readTextFile(new Blob([await firstText(bytes)])) : await readTextFile(file);
}

async function firstText(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error("The ZIP archive is cut short.");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && at + 46 <= end; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) break;
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)));
    if (/\.(json|ya?ml)$/i.test(name)) return await unpack(bytes, view, at);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  throw new Error("The ZIP archive holds no JSON or YAML file.");
}

async function unpack(bytes: Uint8Array<ArrayBuffer>, view: DataView, entry: number): Promise<Uint8Array<ArrayBuffer>> {
  const method = view.getUint16(entry + 10, true);
  const size = view.getUint32(entry + 20, true);
  const local = view.getUint32(entry + 42, true);
  const from = local + LOCAL_HEADER + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = bytes.subarray(from, from + size);
  if (method === STORED) return packed;
  if (method !== DEFLATED)
    throw new Error("The ZIP archive is packed in a way that cannot be read, or has a password.");
  return await inflate(packed);
}

/** The size that an archive says is not trusted: what comes out is counted. */
async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new Error(`The file in the ZIP archive is larger than ${MOST_BYTES / 1024 / 1024} MB.`);
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
