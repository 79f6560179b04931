import {
  type Block,
  type CompiledMail,
  editorOf,
  type Letter,
  type MailDesign,
  type MailStyle,
  type Translation,
} from "#mails";
import { checkTemplate } from "../check-template.ts";
import { blockFindings } from "./block-findings.ts";
import { blocksToMjml } from "./blocks-to-mjml.ts";
import { Carrier } from "./carry.ts";
import { compileMjml } from "./compile-mjml.ts";
import { CLIPPED_BYTES, imageFindings } from "./html-findings.ts";
import type { MailFinding } from "./mail-finding.ts";
import { hasContentPlace, inLayout, insertSnippets, type Shared, withoutOwnTags, withPreheader } from "./snippets.ts";

export type MailSource = Letter & { readonly design: MailDesign | null };

/** What mails share: snippets by slug, and the layout of this one; null = there is no such layout. */
export type SharedParts = {
  readonly snippets: Readonly<Record<string, Shared>>;
  readonly layout: string | null | undefined;
};

export type MailVerdict = {
  readonly compiled: CompiledMail;
  /** The HTML of the body, before layout and preheader, made from blocks or MJML. */
  readonly html: string;
  readonly findings: readonly MailFinding[];
};

type Written = Translation & { readonly subject: string; readonly html: string; readonly text: string };

/** Makes a mail of what was written, once at publish and for each preview, and says everything that is wrong with it. */
export async function compileMail(source: MailSource, shared: SharedParts): Promise<MailVerdict> {
  const { design, ...letter } = source;
  const findings: MailFinding[] = [];
  if (shared.layout === null) add(findings, "/mail/layout", `There is no layout “${design?.layout}”`);
  const main: Written = { ...design, ...letter };
  const work = new Compilation(design, shared, findings);
  const made = await work.letter(main, "", design?.language ?? null);
  const languages: Record<string, Letter> = {};
  for (const [tag, translation] of Object.entries(design?.languages ?? {})) {
    const given = Object.fromEntries(
      Object.entries(translation).filter(([, value]) => value !== undefined && value !== ""),
    );
    // A text part of the main language would be wrong beside another body: it is made from that body instead.
    const whole: Written = { ...main, text: "", ...given };
    languages[tag] = (await work.letter(whole, `/mail/languages/${tag}`, tag)).letter;
  }
  return { compiled: { main: made.letter, languages }, html: made.html, findings };
}

function add(findings: MailFinding[], pointer: string, message: string, line: number | null = null): void {
  findings.push({ pointer, severity: "error", message, line });
}

class Compilation {
  readonly #design: MailDesign | null;
  readonly #shared: SharedParts;
  readonly #findings: MailFinding[];
  readonly #snippets: ReadonlyMap<string, Shared>;

  constructor(design: MailDesign | null, shared: SharedParts, findings: MailFinding[]) {
    this.#design = design;
    this.#shared = shared;
    this.#findings = findings;
    this.#snippets = new Map(Object.entries(shared.snippets));
  }

  async letter(written: Written, base: string, language: string | null): Promise<{ letter: Letter; html: string }> {
    this.#check(written.subject, `${base}/subject`);
    const body = await this.#body(written, base, language);
    const preheader = written.preheader ?? "";
    const at = base === "" ? "/mail/preheader" : `${base}/preheader`;
    this.#check(preheader, at);
    const filled = this.#withSnippets(body.html, "html", body.pointer);
    const framed = this.#framed(filled);
    const html = withPreheader(framed, preheader);
    this.#check(written.text, `${base}/text`);
    const text = this.#withSnippets(written.text, "text", `${base}/text`);
    if (Buffer.byteLength(html) > CLIPPED_BYTES)
      this.#findings.push({
        pointer: body.pointer,
        severity: "warning",
        message: `The mail has ${Math.ceil(Buffer.byteLength(html) / 1024)} KB; Gmail hides what is behind 102 KB`,
        line: null,
      });
    return { letter: { subject: written.subject, html, text }, html: body.html };
  }

  async #body(written: Written, base: string, language: string | null): Promise<{ html: string; pointer: string }> {
    const editor = editorOf(this.#design);
    const at = base === "" ? "/mail" : base;
    if (editor === "html") {
      const pointer = `${base}/html`;
      this.#check(written.html, pointer);
      this.#findings.push(...imageFindings(written.html, pointer));
      return { html: written.html, pointer };
    }
    const pointer = `${at}/${editor}`;
    if (editor === "mjml") {
      const isSound = this.#check(written.mjml ?? "", pointer);
      return { html: isSound ? await this.#mjml(written.mjml ?? "", pointer) : "", pointer };
    }
    return { html: await this.#blocks(written.blocks ?? [], this.#design?.style ?? {}, language, pointer), pointer };
  }

  async #blocks(blocks: readonly Block[], style: MailStyle, language: string | null, pointer: string): Promise<string> {
    if (blocks.length === 0) return "";
    const found = blockFindings(blocks, pointer);
    this.#findings.push(...found);
    if (found.some(({ severity }) => severity === "error")) return "";
    const carrier = new Carrier();
    return await this.#mjml(blocksToMjml(blocks, style, language, carrier), pointer, carrier);
  }

  async #mjml(source: string, pointer: string, carrier = new Carrier()): Promise<string> {
    if (source.trim() === "") return "";
    const { html, errors } = await compileMjml(source, carrier);
    for (const { message, line } of errors) add(this.#findings, pointer, message, line);
    return html;
  }

  #framed(html: string): string {
    const { layout } = this.#shared;
    return layout && hasContentPlace(layout) ? inLayout(layout, html) : html;
  }

  #withSnippets(source: string, part: keyof Shared, pointer: string): string {
    const { text, errors } = insertSnippets(source, part, this.#snippets);
    // Lines of compiled HTML are nothing that anybody wrote.
    const isWritten = pointer.endsWith("/html") || pointer.endsWith("/text");
    for (const { message, line } of errors) add(this.#findings, pointer, message, isWritten ? line : null);
    return text;
  }

  /** Whether a source is sound Liquid. */
  #check(source: string, pointer: string): boolean {
    const error = checkTemplate(withoutOwnTags(source));
    if (error) add(this.#findings, pointer, error.message, error.line);
    return error === null;
  }
}
