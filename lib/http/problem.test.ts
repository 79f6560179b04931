import { expect, test, vi } from "vitest";
import { problemResponse } from "./problem.ts";

test("T1: an error of another copy of the class, as another route's bundle has one, is the refusal that it says", async () => {
  vi.resetModules();
  const { HttpError: Copy } = await import("./http-error.ts");
  const response = problemResponse(new Copy("too_many_requests", "Wait.", [], { "retry-after": "1" }));
  expect([response.status, response.headers.get("retry-after")]).toEqual([429, "1"]);
  expect(await response.json()).toMatchObject({ code: "too_many_requests", detail: "Wait." });
});
