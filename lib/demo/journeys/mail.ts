import type { TemplateContent } from "#journey/templates";

type Mail = {
  readonly key: string;
  readonly name: string;
  readonly subject: string;
  readonly heading: string;
  /** Paragraphs in Liquid. */
  readonly body: readonly string[];
  readonly button?: readonly [label: string, path: string];
};

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** A mail of the demo company: a heading, paragraphs, one button; the text part is derived from it when sent. */
export function mail({ key, name, subject, heading, body, button }: Mail): TemplateContent {
  const paragraphs = body.map((text) => `<p style="margin:0 0 16px">${text}</p>`).join("\n            ");
  const link = button ? buttonHtml(button) : "";
  const html = `<!doctype html>
<html lang="en">
  <body style="margin:0;background:#eef2f1;${FONT};color:#16302b">
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
      <tr>
        <td align="center" style="padding:32px 16px">
          <div style="max-width:560px;text-align:left">
            <p style="margin:0 0 20px;font-weight:700;letter-spacing:.04em;color:#0f766e">HARBOUR</p>
            <div style="background:#ffffff;border-radius:14px;padding:32px;font-size:16px;line-height:1.6">
            <h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${heading}</h1>
            ${paragraphs}${link}
            <p style="margin:24px 0 0">Warmly,<br>Maren from {{ appName }}</p>
            </div>
            <p style="margin:16px 4px 0;font-size:13px;color:#5b706b">You get this because {{ recipientEmail }} has an account with {{ appName }}.</p>
          </div>
        </td>
      </tr>
    </table>
  </body>
</html>`;
  return { key, name, subject, html, text: "" };
}

function buttonHtml([label, path]: readonly [string, string]): string {
  const style =
    "display:inline-block;background:#0f766e;color:#ffffff;text-decoration:none;font-weight:600;padding:12px 22px;border-radius:10px";
  return `\n            <p style="margin:24px 0 0"><a href="https://harbour.example${path}" style="${style}">${label}</a></p>`;
}
