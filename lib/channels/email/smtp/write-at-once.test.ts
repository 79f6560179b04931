import MailComposer from "nodemailer/lib/mail-composer";
import { describe, expect, test } from "vitest";
import { encodingOf, textOf } from "./write-at-once.ts";

const LONG = "A line that is much longer than seventy-six characters, and so it has to be broken somewhere. ".repeat(9);
const MAILS: [what: string, text: string, html: string][] = [
  ["short and plain", "Hello Ada", "<p>Hello Ada</p>"],
  ["long lines, signs, spaces at ends", `${LONG}\n. \n\t\r\n=3D =\n`, `<p style="a=b">${LONG}</p>\n  \n.\n..`],
  ["umlauts and emoji", `Grüße, ${LONG} 🎉`, `<p>${"Die Größe der Übung 🎉 steht daneben. ".repeat(60)}</p>`],
  ["another script", "Привет, Ада. ".repeat(40), `<p>${"Как дела? ".repeat(80)}</p>`],
  ["without HTML", LONG, ""],
];

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
      // At the end of a stream nodemailer adds a line break where there is none; SMTP does so too.
      expect(textOf(own)?.replace(/\r?\n$/, "")).toBe((await made.build()).toString().replace(/\r?\n$/, ""));
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
});
