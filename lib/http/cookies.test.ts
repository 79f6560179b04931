import { expect, it } from "vitest";
import { cookieOf, WORKSPACE_COOKIE, workspaceCookie } from "./cookies.ts";

const headers = (cookie: string) => new Headers({ cookie });

it("the chosen workspace comes back as it was set", () => {
  const set = workspaceCookie("a workspace/1", true);
  expect(set).toMatch(/HttpOnly; Secure$/);
  expect(cookieOf(headers(`other=1; ${set.split(";")[0]}`), WORKSPACE_COOKIE)).toBe("a workspace/1");
});

it.each([
  ["absent", "other=1"],
  ["empty", `${WORKSPACE_COOKIE}=`],
  ["part of another name", `x${WORKSPACE_COOKIE}=1`],
  ["not decodable", `${WORKSPACE_COOKIE}=%E0%A4%A`],
])("a cookie that is %s is none", (_, cookie) => {
  expect(cookieOf(headers(cookie), WORKSPACE_COOKIE)).toBeNull();
});
