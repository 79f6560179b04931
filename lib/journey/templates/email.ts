import type { TemplateContent } from "./template.ts";

type Letter = {
  key: string;
  name: string;
  subject: string;
  lines: readonly string[];
  action?: { label: string; path: string };
};

const STYLE = "font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:16px;line-height:1.6;color:#1c1917";
const BUTTON =
  "display:inline-block;padding:12px 20px;border-radius:8px;background:#4f46e5;color:#ffffff;text-decoration:none;font-weight:600";

/** A plain e-mail: greeting, paragraphs and one button; the text part has the same content. */
export function letter({ key, name, subject, lines, action }: Letter): TemplateContent {
  const url = action ? `https://example.com${action.path}` : "";
  const paragraphs = lines.map((line) => `<p>${line}</p>`).join("\n    ");
  const button = action ? `\n    <p><a href="${url}" style="${BUTTON}">${action.label}</a></p>` : "";
  return {
    key,
    name,
    subject,
    html: `<!doctype html>
<html>
  <body style="margin:0;padding:32px 16px;background:#fafaf9">
    <div style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px;${STYLE}">
    <p>Hi {{ recipientName }},</p>
    ${paragraphs}${button}
    <p>The {{ appName }} team</p>
    </div>
  </body>
</html>`,
    text: [
      "Hi {{ recipientName }},",
      ...lines,
      ...(action ? [`${action.label}: ${url}`] : []),
      "The {{ appName }} team",
    ].join("\n\n"),
  };
}
