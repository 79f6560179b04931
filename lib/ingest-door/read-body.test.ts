import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { BODY_BYTES } from "#http";
import { readBody } from "./read-body.ts";

const packers = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };

const asked = (body: BodyInit | ReadableStream, encoding?: string): Request =>
  new Request("http://localhost/api/track", {
    method: "POST",
    body,
    headers: encoding ? { "content-encoding": encoding } : {},
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });

/** A body without an announced size that never ends by itself. */
function endless() {
  const seen = { bytes: 0 };
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      seen.bytes += 65_536;
      if (seen.bytes > 20 * BODY_BYTES) controller.close();
      else controller.enqueue(new Uint8Array(65_536).fill(0x20));
    },
  });
  return { stream, seen };
}

it.each(["gzip", "deflate", "br", undefined])(
  "T7: a body in %s is read no further than its largest size",
  async (encoding) => {
    const { stream, seen } = endless();
    await expect(readBody(asked(stream, encoding))).rejects.toMatchObject({ code: "too_large" });
    expect(seen.bytes).toBeLessThan(2 * BODY_BYTES);
  },
);

it.each(["gzip", "deflate", "br"] as const)(
  "T7: a small %s body that unpacks to a large one is refused",
  async (encoding) => {
    const pack = packers[encoding];
    const bomb = pack(Buffer.from(`{"a":"${"x".repeat(5 * BODY_BYTES)}"}`));
    expect(bomb.byteLength).toBeLessThan(BODY_BYTES);
    await expect(readBody(asked(new Uint8Array(bomb), encoding))).rejects.toMatchObject({ code: "too_large" });
    expect(await readBody(asked(new Uint8Array(pack(Buffer.from('{"a":1}'))), encoding))).toEqual({ a: 1 });
  },
);
