import { describe, expect, it } from "vitest";
import { readClickToken, readOpenToken, trackMail, untrackMail } from "./index.ts";

const deliveryId = "0197a000-0000-7000-8000-0000000000aa";
const of = {
  secret: "s",
  deliveryId,
  base: "https://l.example",
  untouched: ["https://l.example/unsubscribe/"],
  opens: true,
  clicks: true,
};
const MAIL = `<body><a class="b" href="https://shop.example/?a=1&amp;b=2#x">Shop</a>
<A HREF='http://x.example/a"b'>x</A> <a href=https://bare.example/p>bare</a>
<a href="mailto:a@b.example">mail</a> <a href="#top">up</a> <a href="javascript:alert(1)">no</a>
<a href="https://l.example/unsubscribe/t">leave</a> <a data-track="off" href="https://secret.example">s</a>
<img src="https://shop.example/logo.png"><link href="https://shop.example/f.css"></body>`;

const linksOf = (html: string) =>
  [...html.matchAll(/https:\/\/l\.example\/m\/c\/([\w.-]+)/g)].map(([, token = ""]) => readClickToken("s", token)?.url);

describe("a tracked mail", () => {
  it("leads over us where it leads to the web, and to nowhere else than its author wrote", () => {
    const html = trackMail(MAIL, of);
    expect(linksOf(html)).toEqual([
      "https://shop.example/?a=1&b=2#x",
      'http://x.example/a"b',
      "https://bare.example/p",
    ]);
    for (const kept of [
      "mailto:a@b.example",
      "#top",
      "javascript:alert(1)",
      "https://l.example/unsubscribe/t",
      "https://secret.example",
      "https://shop.example/logo.png",
      "https://shop.example/f.css",
    ])
      expect(html).toContain(kept);
    expect(html).toMatch(/<img src="https:\/\/l\.example\/m\/o\/[^"]+\.gif"[^>]*><\/body>$/);
  });

  it("has neither for somebody who agreed to neither", () => {
    expect(trackMail(MAIL, { ...of, opens: false, clicks: false })).toBe(MAIL);
    expect(untrackMail(trackMail(MAIL, { ...of, clicks: false }))).toBe(MAIL);
    expect(trackMail(MAIL, { ...of, clicks: false })).not.toContain("/m/c/");
    expect(trackMail(MAIL, { ...of, opens: false })).not.toContain("/m/o/");
    expect(trackMail("", of)).toBe("");
  });

  it("is shown as its author wrote it, so that looking at it counts nothing", () => {
    const shown = untrackMail(trackMail('<a href="https://shop.example/?a=1&amp;b=2">x</a>', of));
    expect(shown).toBe('<a href="https://shop.example/?a=1&amp;b=2">x</a>');
  });
});

describe("a link of a mail", () => {
  const token = /\/m\/c\/([\w.-]+)/.exec(trackMail('<a href="https://shop.example/">x</a>', of))?.[1] ?? "";
  const pixel = /\/m\/o\/([\w.-]+)/.exec(trackMail("x", of))?.[1] ?? "";
  it("is read with the secret alone, and cannot be bent to another address or person", () => {
    expect(readClickToken("s", token)).toEqual({ deliveryId, url: "https://shop.example/" });
    expect(readClickToken("t", token)).toBeNull();
    const elsewhere = `${token.split(".").slice(0, 2).join(".")}.${Buffer.from("https://evil.example/").toString("base64url")}`;
    const somebody = trackMail('<a href="https://shop.example/">x</a>', {
      ...of,
      deliveryId: deliveryId.replace("aa", "ab"),
    });
    const theirs = /\/m\/c\/([\w-]+)/.exec(somebody)?.[1] ?? "";
    for (const bad of [elsewhere, theirs + token.slice(22), "", "a.b.c", `${token}.x`, pixel])
      expect(readClickToken("s", bad)).toBeNull();
    expect(readOpenToken("s", pixel)).toBe(deliveryId);
    for (const bad of ["", token, pixel.replace(/^./, "_"), "x.gif"]) expect(readOpenToken("s", bad)).toBeNull();
  });
});
