import { expect, test } from "vitest";
import { readSender, senderMistake } from "./index.ts";

test.each([
  ["hello@acme.example", "", "hello@acme.example"],
  ["  Acme <hello@acme.example> ", "Acme", "hello@acme.example"],
  ["<hello@acme.example>", "", "hello@acme.example"],
  ["Sojourn <journeys@localhost>", "Sojourn", "journeys@localhost"],
  ['"Acme; Inc." <hello@acme.example>', "Acme; Inc.", "hello@acme.example"],
  ['"Ada \\"The\\" L." <ada@acme.example>', 'Ada "The" L.', "ada@acme.example"],
  ["J. O'Neil <j.o'neil+news@acme.example>", "J. O'Neil", "j.o'neil+news@acme.example"],
  ["Grüße <post@bücher.example>", "Grüße", "post@bücher.example"],
  ['"a@b.example" <c@d.example>', "a@b.example", "c@d.example"],
])("L9: the sender %j is read into name and address", (text, name, address) => {
  expect(readSender(text)).toEqual({ name, address });
});

test.each([
  ["", "is empty"],
  ["   ", "is empty"],
  ["Acme", "not an email address"],
  ["not an address", "not an email address"],
  ["Team: Acme <a@b.example>", "double quotes"],
  ["Team: a@b.example;", "not a list"],
  ["Acme; Inc. <a@b.example>", "double quotes"],
  ["Acme, Inc. <a@b.example>", "double quotes"],
  ["a@b.example, c@d.example", "not a list"],
  ["A <a@b.example>, C <c@d.example>", "double quotes"],
  ["A <a@b.example, c@d.example>", "not a list"],
  ["A <a@b.example> C <c@d.example>", "double quotes"],
  ["a@b@c.example", "not an email address"],
  ["Acme <>", "not an email address"],
  ["Acme a@b.example>", "without a “<”"],
  ["Acme <a@b.example", "not an email address"],
  ['"Acme <a@b.example>', "quotation mark"],
  ["a@b.example\r\nBcc: x@y.example", "line break"],
  ["Acme\u2028 <a@b.example>", "line break"],
  ["Acme\u0000 <a@b.example>", "control character"],
  ["Acme \ud83d <a@b.example>", "control character"],
  ["Acme <a..b@c.example>", "not an email address"],
  ["Acme <a@-b.example>", "not an email address"],
  ["Acme <a@b..example>", "not an email address"],
  ["Acme <a@b.example.>", "not an email address"],
  [`${"n".repeat(320)} <a@b.example>`, "longer than 320"],
])("L9: the sender %j is refused, as it %s", (text, why) => {
  expect(senderMistake(text)).toContain(why);
});
