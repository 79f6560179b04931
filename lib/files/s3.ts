import { AwsClient } from "aws4fetch";
import { type Files, FilesError, requireKey } from "./files.ts";

export type S3 = {
  /** Address of the store, without the bucket. */
  readonly url: string;
  readonly bucket: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
};

const TIMEOUT_MS = 15_000;

/** Keeps files in a bucket of any store that speaks the protocol of Amazon S3; the bucket is in the path. */
export function s3Files({ url, bucket, region, keyId, secret }: S3): Files {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: "s3", retries: 2 });
  const call = async (
    method: string,
    key: string,
    init: { body?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> },
  ) => {
    const address = `${url.replace(/\/+$/, "")}/${bucket}/${requireKey(key)}`;
    const response = await client.fetch(address, { method, ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.ok || response.status === 404) return response;
    throw new FilesError(
      `The file store answered ${response.status} to ${method}: ${(await response.text()).slice(0, 300)}`,
    );
  };
  return {
    put: async (key, body, type) => {
      const { status } = await call("PUT", key, { body, headers: { "content-type": type } });
      if (status === 404) throw new FilesError(`The file store has no bucket ${bucket}`);
    },
    get: async (key) => {
      const response = await call("GET", key, {});
      return response.status === 404 ? null : new Uint8Array(await response.arrayBuffer());
    },
    remove: async (key) => {
      await call("DELETE", key, {});
    },
  };
}
