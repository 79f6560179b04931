import { expect, it } from "vitest";
import { plainText } from "./plain-text.ts";

it.each([
  ["paragraphs", "<h1>Hello</h1>\n<p>How are\n   you?</p>", "Hello\n\nHow are you?"],
  ["lists", "<ul><li>one</li><li>two</li></ul>", "- one\n\n- two"],
  ["cells of a table", "<table><tr><td>a</td><td>b</td></tr></table>", "a b"],
  ["line breaks", "a<br>b<br/>c", "a\nb\nc"],
  ["links", '<a href="https://x.example/?a=1&amp;b=2">Open</a>', "Open (https://x.example/?a=1&b=2)"],
  ["links that show their address", '<a href="https://x.example">https://x.example</a>', "https://x.example"],
  ["links around a picture", '<a href="https://x.example"><img src="i.png"></a>', "https://x.example"],
  ["links inside the page", '<a href="#top">Top</a>', "Top"],
  ["pictures", '<img src="i.png" alt="A cat">', "A cat"],
  ["styles and scripts", "<style>p { color: red }</style><script>alert(1)</script>a", "a"],
  ["comments", "a<!-- <p>no</p> -->b", "ab"],
  [
    "signs in quoted attributes",
    '<img alt="a > b"><a title=\'x > y\' href="https://x.example">Go</a>',
    "a > bGo (https://x.example)",
  ],
  ["a sign that opens nothing", "1 < 2 <p>a", "1 < 2\n\na"],
  ["escaped signs", "1 &lt; 2 &amp; 3", "1 < 2 & 3"],
])("reads %s", (_, html, text) => {
  expect(plainText(html)).toBe(text);
});

it("a large mail takes a moment, whatever it is made of", () => {
  const started = performance.now();
  for (const part of ['<a href="x">', "<", '="', "='", "<!--", "&amp;", "<p =   "]) plainText(part.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
