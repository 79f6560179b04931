import * as z from "zod";
import { Header, WebAddress } from "./fields.ts";

const Key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/, "may have small letters, digits, - and _");

const Endpoint = z.strictObject({
  key: Key.meta({ description: "The name by which steps mean it" }),
  origin: WebAddress.refine((url) => new URL(url).origin === url, {
    error: "is an address without a path, such as https://api.example.com",
  }).meta({ description: "The secret is sent to this address and to no other" }),
  header: Header.shape.name.default("authorization"),
});
export type Endpoint = z.infer<typeof Endpoint>;

/** HTTP endpoints that live-data steps ask, each with a secret header. */
export const EndpointSettings = z.strictObject({
  endpoints: z
    .array(Endpoint)
    .min(1)
    .max(50)
    .refine((endpoints) => new Set(endpoints.map(({ key }) => key)).size === endpoints.length, {
      error: "two endpoints have the same key",
    }),
});
export type EndpointSettings = z.infer<typeof EndpointSettings>;

/** The value of each endpoint's header, by its key. */
export const EndpointSecrets = z.record(Key, Header.shape.value.min(1));
export type EndpointSecrets = z.infer<typeof EndpointSecrets>;
