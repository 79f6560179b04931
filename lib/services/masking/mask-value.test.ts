import { expect, test } from "vitest";
import { wholeWords } from "./known-values.ts";
import { maskValue } from "./mask-value.ts";

const masking = { traits: new Set(["email", "age", "home"]) };
const ofAda = {
  long: /(?<![\p{L}\p{N}])(?:ada@example\.com|Jena West)(?![\p{L}\p{N}])/giu,
  short: /(?<!\d)(?:42)(?!\d)/gu,
};
const nobody = { long: null, short: null };

test("a masked trait is hidden where traits and copies of them are, and nowhere else", () => {
  const answer = {
    email: { kind: "contentType" },
    traits: { email: "x@y.z", plan: "pro", age: 42, home: { city: "Jena West" } },
    events: [{ name: "signed up", properties: { form: { email: "old@y.z", step: 2 } } }],
  };
  expect(maskValue(answer, masking, nobody)).toEqual({
    email: { kind: "contentType" },
    traits: { email: "•••", plan: "pro", age: "•••", home: "•••" },
    events: [{ name: "signed up", properties: { form: { email: "•••", step: 2 } } }],
  });
});

test("values of a person are hidden in any text, in whole words; short ones only beside their name", () => {
  const answer = { label: "Ada@example.com", sentence: "traits.age was 42, of 4242", total: 42, city: "Jena Westend" };
  expect(maskValue(answer, masking, ofAda)).toEqual({
    label: "•••",
    sentence: "traits.age was •••, of 4242",
    total: 42,
    city: "Jena Westend",
  });
});

test("receipts, catalogs and messages do not tell in another way", () => {
  const answer = {
    receipt: { seen: { "traits.age": 42, "traits.plan": "pro" } },
    catalog: [
      { name: "age", values: [41, 42] },
      { name: "plan", values: ["pro"] },
    ],
    message: { id: "1", recipient: "old@y.z", subject: "Dear old@y.z", html: "<p>old@y.z</p>", status: "sent" },
    suppressed: { address: "old@y.z" },
  };
  expect(maskValue(answer, masking, nobody)).toEqual({
    receipt: { seen: { "traits.age": "•••", "traits.plan": "pro" } },
    catalog: [
      { name: "age", values: [] },
      { name: "plan", values: ["pro"] },
    ],
    message: { id: "1", recipient: "•••", subject: "•••", html: "•••", status: "sent" },
    suppressed: { address: "•••" },
  });
});

test("values and names with signs that mean something to expressions are hidden like others", () => {
  const traits = new Set(["first-name", "a:b"]);
  const known = { long: new RegExp(wholeWords(["Anna-Lena", "x@my-shop.com (old)"]), "giu"), short: null };
  const answer = { sentence: "Anna-Lena wrote x@my-shop.com (old)", seen: { "traits.first-name": "Anna-Lena" } };
  expect(maskValue(answer, { traits }, known)).toEqual({
    sentence: "••• wrote •••",
    seen: { "traits.first-name": "•••" },
  });
});

test("what events carried, samples of refused messages and short names are hidden too", () => {
  const short = { long: null, short: new RegExp(wholeWords(["Bo"]), "giu") };
  const answer = {
    receipt: { seen: { "event.properties.email": "old@y.z", "traits.home.city": "Jena" } },
    refused: [{ userId: null, anonymousId: null, text: '{"email":"old@y.z"}' }],
    row: { personLabel: "Bo", step: "Bo's step" },
  };
  expect(maskValue(answer, masking, short)).toEqual({
    receipt: { seen: { "event.properties.email": "•••", "traits.home.city": "•••" } },
    refused: [{ userId: null, anonymousId: null, text: "•••" }],
    row: { personLabel: "•••", step: "Bo's step" },
  });
});
