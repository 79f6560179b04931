import { expect, it } from "vitest";
import { requireSameOrigin } from "./same-origin.ts";

const asked = (headers: Record<string, string>, method = "POST") =>
  new Request("http://internal:3000/api/journeys", { method, headers });

it.each([
  ["of our own pages", { origin: "https://sojourn.example", host: "sojourn.example" }],
  ["behind a proxy", { origin: "https://sojourn.example", "x-forwarded-host": "sojourn.example", host: "internal" }],
  ["on another port of this machine", { origin: "http://localhost:3000", host: "localhost:3000" }],
  ["of a program, which names no origin", { host: "sojourn.example" }],
])("a write %s is taken", (_, headers) => {
  expect(() => requireSameOrigin(asked(headers as Record<string, string>))).not.toThrow();
});

it.each([
  ["of another site", "https://evil.example"],
  ["of a site whose name begins alike", "https://sojourn.example.evil.example"],
  ["of the same host on another port", "https://sojourn.example:8443"],
  ["of a page without an origin of its own", "null"],
  ["with an origin that is none", "sojourn.example"],
])("a write %s is refused", (_, origin) => {
  expect(() => requireSameOrigin(asked({ origin, host: "sojourn.example" }))).toThrow(/another site/);
});

it("reads are left to the browser, which shows them to no other site", () => {
  expect(() => requireSameOrigin(asked({ origin: "https://evil.example", host: "x" }, "GET"))).not.toThrow();
});
