import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explainWrongMethods } from "./explain-wrong-methods.ts";

const server = createServer((request, response) => {
  explainWrongMethods(request.method ?? "", response);
  if (request.method === "GET") response.end("fine");
  else if (request.method === "DELETE") response.writeHead(405).end();
  else {
    response.statusCode = 405;
    if (request.method === "PATCH") response.setHeader("content-type", "text/plain").write("said ");
    response.end(request.method === "PATCH" ? "already" : undefined);
  }
});
let url: string;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test("an empty 405 becomes a problem that names the method; other answers stay as they are", async () => {
  for (const method of ["PUT", "DELETE"]) {
    const answer = await fetch(url, { method });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([405, "application/problem+json"]);
    expect(await answer.json()).toMatchObject({
      status: 405,
      code: "method_not_allowed",
      detail: `This address does not take the method ${method}.`,
      errors: [],
    });
  }
  expect(await (await fetch(url, { method: "PATCH" })).text()).toBe("said already");
  expect(await (await fetch(url)).text()).toBe("fine");
});
