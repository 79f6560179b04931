import { type Block, type Editor, editorOf, type MailDesign, type Translation } from "#mails";
import type { ContentDraft } from "./use-content-draft.ts";

/** What is written of a mail in one language. */
export type Letter = {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly mjml: string;
  readonly blocks: readonly Block[];
  readonly text: string;
};

/** The letter in a language; null = the main one. What a translation lacks is empty. */
export function readLetter({ subject, html, text, mail }: ContentDraft, language: string | null): Letter {
  if (language === null)
    return {
      subject,
      preheader: mail?.preheader ?? "",
      html,
      mjml: mail?.mjml ?? "",
      blocks: mail?.blocks ?? [],
      text,
    };
  const part: Translation = mail?.languages?.[language] ?? {};
  return {
    subject: part.subject ?? "",
    preheader: part.preheader ?? "",
    html: part.html ?? "",
    mjml: part.mjml ?? "",
    blocks: part.blocks ?? [],
    text: part.text ?? "",
  };
}

type Part = { readonly [Name in keyof Letter]?: Letter[Name] extends readonly Block[] ? Block[] : Letter[Name] };

/** The change of a draft that writes parts of a letter. */
export function writeLetter(draft: ContentDraft, language: string | null, part: Part): Partial<ContentDraft> {
  const mail = draft.mail ?? {};
  if (language !== null) {
    const present = mail.languages?.[language] ?? {};
    return { mail: { ...mail, languages: { ...mail.languages, [language]: { ...present, ...part } } } };
  }
  const { subject, html, text, ...design } = part;
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(html === undefined ? {} : { html }),
    ...(text === undefined ? {} : { text }),
    ...(Object.keys(design).length === 0 ? {} : { mail: { ...mail, ...design } }),
  };
}

const FIRST_MJML = (html: string) =>
  `<mjml>\n  <mj-body>\n    <mj-section>\n      <mj-column>\n        <mj-text>\n          ${html}\n        </mj-text>\n      </mj-column>\n    </mj-section>\n  </mj-body>\n</mjml>\n`;

const FIRST_BLOCKS: readonly Block[] = [
  { id: "heading", type: "heading", text: "Hello {{ recipientName }}", level: 1 },
  { id: "text", type: "text", text: "Write here." },
];

/**
 * The draft with its body in another editor. HTML becomes one part of blocks and MJML; blocks and MJML become the HTML
 * that was made of them.
 */
export function switchEditor(draft: ContentDraft, to: Editor, rendered: string): Partial<ContentDraft> {
  const mail = draft.mail ?? {};
  const html = editorOf(draft.mail) === "html" ? draft.html : rendered;
  const { blocks: _blocks, mjml: _mjml, editor: _editor, languages, ...rest } = mail;
  const kept: MailDesign = languages === undefined ? rest : { ...rest, languages };
  if (to === "html") return { html, mail: kept };
  const isEmpty = html.replaceAll(/<p>\s*<\/p>/g, "").trim() === "";
  if (to === "mjml")
    return { mail: { ...kept, editor: to, mjml: FIRST_MJML(isEmpty ? "Hello {{ recipientName }}" : html) } };
  const blocks: Block[] = isEmpty ? [...FIRST_BLOCKS] : [{ id: "html", type: "html", html }];
  return { mail: { ...kept, editor: to, blocks } };
}
