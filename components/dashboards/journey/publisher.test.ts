import { expect, it } from "vitest";
import { publisher } from "./publisher.ts";

const members = [{ userId: "u1", name: "Ada", email: "ada@example.com" }];

it("names the member, the key or the product", () => {
  expect(publisher("user:u1", members)).toBe("Ada");
  expect(publisher("user:u2", members)).toBe("A former member");
  expect(publisher("key:k1", members)).toBe("A secret key");
  expect(publisher("system:demo", members)).toBe("Sojourn");
  expect(publisher(null, members)).toBe("–");
});
