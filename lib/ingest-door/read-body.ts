import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { BODY_BYTES, HttpError, readBytes, readJson } from "#http";

const unpackers = { gzip: promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) };

/** The JSON object in a body, packed or not. Refuses what is too large, broken, or no object. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  const plain = encoding === "identity" || encoding === "" ? request : await unpack(request, encoding);
  // Values that cannot be stored are searched per message, because they concern one message only.
  const body = await readJson(plain, BODY_BYTES, () => null);
  if (body === undefined) throw new HttpError("bad_request", "A JSON body is needed.");
  if (body === null || typeof body !== "object" || Array.isArray(body)) {
    throw new HttpError("bad_request", "The body must be a JSON object.");
  }
  return body as Record<string, unknown>;
}

async function unpack(request: Request, encoding: string): Promise<Request> {
  const unpacker = unpackers[encoding as keyof typeof unpackers];
  if (!unpacker) throw new HttpError("bad_request", `The content encoding “${encoding}” is not known; use gzip.`);
  const packed = await readBytes(request, BODY_BYTES);
  try {
    const body = await unpacker(packed, { maxOutputLength: BODY_BYTES });
    return new Request(request.url, { method: "POST", body: new Uint8Array(body) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
    throw new HttpError("bad_request", `The body is not valid ${encoding}.`);
  }
}

function tooLarge(): HttpError {
  return new HttpError("too_large", `The body may have ${BODY_BYTES / 1024} KB at most.`);
}
