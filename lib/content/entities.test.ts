import { expect, it } from "vitest";
import { decodeEntities } from "./entities.ts";

it.each([
  ["Tom &amp; Jerry", "Tom & Jerry"],
  ["&lt;b&gt;", "<b>"],
  ["5&nbsp;&euro;", "5 €"],
  ["&#8364; &#x20AC; &#X20ac;", "€ € €"],
  ["&#128512;", "😀"],
  ["&amp;lt;", "&lt;"],
])("%j reads %j", (text, read) => {
  expect(decodeEntities(text)).toBe(read);
});

it.each(["AT&T", "&unknown;", "&#0;", "&#xD800;", "&#x110000;", "a & b;", "&valueof;"])(
  "%j is no character and stays as written",
  (text) => {
    expect(decodeEntities(text)).toBe(text);
  },
);
