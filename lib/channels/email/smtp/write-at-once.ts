import { Readable } from "node:stream";
import type { Transporter } from "nodemailer";
import * as base64 from "nodemailer/lib/base64";
import type MimeNode from "nodemailer/lib/mime-node";
import { quotedPrintable } from "./quoted-printable.ts";

/**
 * Has a transport make each mail in one go. By itself nodemailer pipes every part of it through streams of its own and
 * writes dozens of pieces to the socket, which took a quarter of the time of sending. Headers and structure are
 * nodemailer's.
 */
export function writeAtOnce(transport: Pick<Transporter, "use">): void {
  transport.use("stream", ({ message }, done) => {
    const whole = message ? textOf(message) : null;
    // Not `setRaw`: of a mail with parts nodemailer writes the parts once more after it.
    if (message && whole !== null) message.createReadStream = () => pieceOf(whole);
    done();
  });
}

/** As a stream, because a mail of which nothing was read goes out over another connection if one breaks. */
function pieceOf(whole: string): Readable {
  return new Readable({
    read() {
      this.push(whole, "utf8");
      this.push(null);
    },
  });
}

/** Null: a part is a file or a stream, which is read while it is sent. */
export function textOf(node: MimeNode): string | null {
  // Decides on the encoding and makes the boundary too.
  const headers = `${node.buildHeaders()}\r\n\r\n`;
  const content = node.content ?? "";
  if (typeof content !== "string") return null;
  const body = headers + encoded(content, node.getHeader("Content-Transfer-Encoding"));
  if (!node.multipart) return body;
  const parts = node.childNodes.map(textOf);
  const between = `--${node.boundary}`;
  return parts.includes(null) ? null : `${body}${between}\r\n${parts.join(`\r\n${between}\r\n`)}\r\n${between}--\r\n`;
}

function encoded(content: string, encoding: ReturnType<MimeNode["getHeader"]>): string {
  if (encoding === "quoted-printable") return quotedPrintable(content);
  return encoding === "base64" ? base64.wrap(base64.encode(content)) : content;
}

/** More than a fifth of other than ASCII is shorter as base64. nodemailer counts the letters of each part, twice. */
const MOST_OTHER = 0.2;

export function encodingOf(html: string, text: string): "quoted-printable" | "base64" {
  const length = html.length + text.length;
  const others = Buffer.byteLength(html) + Buffer.byteLength(text) - length;
  return others > length * MOST_OTHER ? "base64" : "quoted-printable";
}
