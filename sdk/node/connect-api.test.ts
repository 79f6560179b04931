import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { type Api, answerOf, connectApi } from "./index.ts";

type Asked = { method: string; url: string; headers: IncomingMessage["headers"]; body: string };

let asked: Asked[] = [];
let answer: (response: ServerResponse) => void;
let url: string;
let api: Api;

const json = (status: number, body: string, headers: Record<string, string> = {}) => {
  answer = (response) => response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
};

beforeAll(async () => {
  const server = createServer(async (request, response) => {
    const { method = "", url: address = "", headers } = request;
    asked.push({ method, url: address, headers, body: await text(request) });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  ({ api } = connectApi({ url: `${url}/`, secretKey: "sk_one" }));
  return () => server.close();
});
beforeEach(() => {
  asked = [];
});

it("asks as the typed client does: paths, queries, JSON and the key", async () => {
  json(200, '{"data":[]}');
  const query = { limit: 5, search: "a b&c" };
  expect(answerOf(await api.GET("/api/journeys", { params: { query } }))).toEqual({ data: [] });
  const params = { path: { id: "a/b" } };
  await api.PATCH("/api/journeys/{id}", { params, body: { name: "Grüße" }, headers: { "if-match": "3" } });
  const [list, patch] = asked;
  expect(list).toMatchObject({ method: "GET", url: "/api/journeys?limit=5&search=a%20b%26c", body: "" });
  expect(list?.headers).toMatchObject({ authorization: "Bearer sk_one", accept: "application/json" });
  expect(list?.headers["content-type"]).toBeUndefined();
  expect(patch).toMatchObject({ method: "PATCH", url: "/api/journeys/a%2Fb", body: '{"name":"Grüße"}' });
  expect(patch?.headers).toMatchObject({ "if-match": "3", "content-type": "application/json", "content-length": "18" });
});

it("answers with a response that can be read like any other", async () => {
  json(200, '{"data":1}', { date: "Tue, 01 Dec 2026 16:00:00 GMT" });
  const { response } = await api.GET("/api/me");
  expect(response).toMatchObject({ status: 200, ok: true, bodyUsed: false, url: `${url}/api/me` });
  expect(response.headers.get("date")).toBe("Tue, 01 Dec 2026 16:00:00 GMT");
  expect(await response.clone().text()).toBe('{"data":1}');
  expect(await response.json()).toEqual({ data: 1 });
  expect(response.bodyUsed).toBe(true);
  answer = (sent) => sent.writeHead(204).end();
  const gone = await api.DELETE("/api/journeys/{id}", { params: { path: { id: "x" } } });
  expect(answerOf(gone)).toBeUndefined();
  expect(await gone.response.text()).toBe("");
});

it("throws what the server refused, with when to try again", async () => {
  json(429, '{"code":"too_many_requests","detail":"Slower.","errors":[]}', { "retry-after": "2" });
  const limited = await api.GET("/api/me");
  expect(() => answerOf(limited)).toThrow(
    expect.objectContaining({ status: 429, message: "Slower.", retryAfterMs: 2_000 }),
  );
  json(404, '{"code":"not_found","detail":"Gone."}', { "content-type": "application/problem+json" });
  const missing = await api.GET("/api/me");
  expect(() => answerOf(missing)).toThrow(expect.objectContaining({ status: 404, code: "not_found" }));
});

it("says when something else answers, when the address redirects, and when nobody is there", async () => {
  json(502, "<h1>Bad gateway</h1>", { "content-type": "text/html" });
  await expect(api.GET("/api/me")).rejects.toThrow(`What answers at ${url} is not Sojourn: status 502, text/html.`);
  json(301, "", { location: "https://elsewhere.example/api/me" });
  await expect(api.GET("/api/me")).rejects.toThrow("redirects to https://elsewhere.example: use that");
  expect(asked).toHaveLength(2);
  answer = (response) => response.destroy();
  await expect(api.GET("/api/me")).rejects.toMatchObject({ name: "SojournUnreachable", message: /cannot be reached/ });
});

it("ends when it is told to, and takes no option that it does not know", async () => {
  answer = () => abort.abort();
  const abort = new AbortController();
  await expect(api.GET("/api/me", { signal: abort.signal })).rejects.toMatchObject({ name: "AbortError" });
  await expect(api.GET("/api/me", { fetch } as Record<string, unknown>)).rejects.toThrow(
    "`fetch` is an option of `Sojourn.api` only.",
  );
});
