import MailComposer from "nodemailer/lib/mail-composer";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { quotedPrintable } from "./quoted-printable.ts";
import { encodingOf, textOf } from "./write-at-once.ts";

const LONG = "A line that is much longer than seventy-six characters, and so it has to be broken somewhere. ".repeat(9);
const MAILS: [what: string, text: string, html: string][] = [
  ["short and plain", "Hello Ada", "<p>Hello Ada</p>"],
  ["long lines, signs, spaces at ends", `${LONG}\n. \n\t\r\n=3D =\n`, `<p style="a=b">${LONG}</p>\n  \n.\n..`],
  ["umlauts and emoji", `Grüße, ${LONG} 🎉`, `<p>${"Die Größe der Übung 🎉 steht daneben. ".repeat(60)}</p>`],
  ["another script", "Привет, Ада. ".repeat(40), `<p>${"Как дела? ".repeat(80)}</p>`],
  ["without HTML", LONG, ""],
];

const headersOf = (source: string) => source.slice(0, source.indexOf("\r\n\r\n"));

const decoded = (written: string) => {
  const bytes = written.replaceAll("=\r\n", "").replaceAll(/=([0-9A-F]{2})/g, (_, code) => {
    return String.fromCharCode(Number.parseInt(code, 16));
  });
  return Buffer.from(bytes, "latin1").toString();
};

describe("a mail that is made in one go", () => {
  test.each(MAILS)("is the same as nodemailer's own: %s", async (_, text, html) => {
    const mail = {
      ...{ from: { name: "Bücher & Co", address: "post@acme.example" }, to: { name: "", address: "ada@x.example" } },
      ...{
        subject: `Neuigkeiten für Ada ${LONG.slice(0, 100)}`,
        text,
        messageId: "<1@acme.example>",
        date: new Date(0),
      },
      ...{
        cc: ["boss@acme.example"],
        replyTo: "help@acme.example",
        headers: { "List-Unsubscribe": "<https://a.b/c>" },
      },
      ...(html === "" ? {} : { html }),
    };
    for (const options of [{}, { textEncoding: encodingOf(html, text) }]) {
      const made = new MailComposer({ ...mail, ...options, baseBoundary: "b" }).compile();
      const own = new MailComposer({ ...mail, ...options, baseBoundary: "b" }).compile();
      const [written, whole] = [textOf(own) ?? "", (await made.build()).toString()];
      // Lines of quoted-printable end elsewhere; of base64 the bytes are the same.
      if (options.textEncoding === "base64") expect(written.replace(/\r?\n$/, "")).toBe(whole.replace(/\r?\n$/, ""));
      expect(headersOf(written)).toBe(headersOf(whole));
      const [read, nodemailers] = await Promise.all([written, whole].map((source) => PostalMime.parse(source)));
      expect(read).toEqual(nodemailers);
    }
  });

  test("is encoded by how much of it is ASCII", () => {
    expect(MAILS.map(([, text, html]) => encodingOf(html, text))).toEqual([
      "quoted-printable",
      "quoted-printable",
      "quoted-printable",
      "base64",
      "quoted-printable",
    ]);
  });

  test("has lines of 76 signs at most, that end in no space and within no code, and says what the text says", () => {
    const parts = [
      "a",
      " ",
      "\t",
      "\r\n",
      "\n",
      "\r",
      "=",
      "é",
      "🎉",
      "я",
      ".",
      "\0",
      "x".repeat(40),
      " word",
      "\ud800",
    ];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 2_000; round += 1) {
      const text = Array.from({ length: next(60) }, () => parts[next(parts.length)]).join("");
      const written = quotedPrintable(text);
      expect(decoded(written)).toBe(Buffer.from(text).toString());
      for (const line of written.split(/\r?\n/))
        expect(line).toMatch(/^(?=.{0,76}$)(?:[^=]|=[0-9A-F]{2})*=?(?<![ \t])$/s);
    }
  });
});
