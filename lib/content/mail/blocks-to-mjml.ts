import type { Block, InnerBlock, MailStyle } from "#mails";
import { escapeHtml } from "../safe-text.ts";
import type { Carrier } from "./carry.ts";
import { markdownHtml, plainLine } from "./little-markdown.ts";

const FONTS = {
  sans: "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  serif: "Georgia, 'Times New Roman', serif",
  mono: "ui-monospace, Menlo, Consolas, monospace",
} as const;

type Look = Required<Omit<MailStyle, "font">> & { readonly font: string };

function lookOf(style: MailStyle): Look {
  return {
    background: style.background ?? "#f4f4f5",
    surface: style.surface ?? "#ffffff",
    ink: style.ink ?? "#18181b",
    accent: style.accent ?? "#4f46e5",
    font: FONTS[style.font ?? "sans"],
  };
}

type Page = { readonly look: Look; readonly carrier: Carrier };

/** The MJML of a mail's blocks. What people wrote is carried, so that no compiler reads it. */
export function blocksToMjml(
  blocks: readonly Block[],
  style: MailStyle,
  language: string | null,
  carrier: Carrier,
): string {
  const look = lookOf(style);
  const page = { look, carrier };
  const lang = language === null ? "" : ` lang="${language}"`;
  return `<mjml${lang}><mj-head>
<mj-attributes><mj-all font-family="${look.font}" /><mj-text font-size="16px" line-height="1.5" color="${look.ink}" padding="8px 24px" /></mj-attributes>
<mj-style>a{color:${look.accent}} h1,h2,h3{margin:0;line-height:1.25} @media (prefers-color-scheme: dark){.sj-keep{background:transparent}}</mj-style>
</mj-head><mj-body background-color="${look.background}">
${sections(blocks)
  .map((section) => sectionMjml(section, page))
  .join("\n")}
</mj-body></mjml>`;
}

type Section =
  | { readonly kind: "stack"; readonly blocks: InnerBlock[] }
  | { readonly kind: "columns"; readonly block: Extract<Block, { type: "columns" }> };

/** Blocks between columns stand together in one section. */
function sections(blocks: readonly Block[]): Section[] {
  const found: Section[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (block.type === "columns") found.push({ kind: "columns", block });
    else if (last?.kind === "stack") last.blocks.push(block);
    else found.push({ kind: "stack", blocks: [block] });
  }
  return found;
}

function sectionMjml(section: Section, page: Page): string {
  const { surface } = page.look;
  const open = `<mj-section background-color="${surface}" padding="8px 0">`;
  if (section.kind === "stack") return `${open}<mj-column>${stackMjml(section.blocks, page)}</mj-column></mj-section>`;
  const columns = section.block.columns.map((column) => `<mj-column>${stackMjml(column, page)}</mj-column>`).join("");
  return shownIf(section.block, `${open}${columns}</mj-section>`, page);
}

const stackMjml = (blocks: readonly InnerBlock[], page: Page): string =>
  blocks.map((block) => shownIf(block, innerMjml(block, page), page)).join("");

function shownIf({ showIf = "" }: Pick<Block, "showIf">, mjml: string, { carrier }: Page): string {
  if (showIf.trim() === "") return mjml;
  const tag = (text: string) => `<mj-raw>${carrier.carry(text)}</mj-raw>`;
  return `${tag(`{% if ${showIf.trim()} %}`)}${mjml}${tag("{% endif %}")}`;
}

function innerMjml(block: InnerBlock, { look, carrier }: Page): string {
  const align = "align" in block && block.align ? ` align="${block.align}"` : "";
  const attribute = (name: string, value: string) => ` ${name}="${carrier.carry(plainAttribute(value))}"`;
  switch (block.type) {
    case "heading": {
      const level = block.level ?? 1;
      const size = { 1: 28, 2: 22, 3: 18 }[level];
      return `<mj-text${align} font-size="${size}px"><h${level} style="font-size:${size}px">${carrier.carry(plainLine(block.text, carrier))}</h${level}></mj-text>`;
    }
    case "text":
      return `<mj-text${align}>${carrier.carry(markdownHtml(block.text, carrier))}</mj-text>`;
    case "image": {
      const width = block.width === undefined ? "" : ` width="${block.width}px"`;
      const href = block.href ? attribute("href", block.href) : "";
      return `<mj-image${align || ' align="center"'}${width} padding="8px 24px"${attribute("src", block.src)}${attribute("alt", block.alt)}${href} />`;
    }
    case "button":
      return `<mj-button${align || ' align="left"'} background-color="${block.color ?? look.accent}" color="#ffffff" border-radius="6px" font-size="16px" padding="8px 24px" inner-padding="12px 24px"${attribute("href", block.href)}>${carrier.carry(plainLine(block.label, carrier))}</mj-button>`;
    case "divider":
      return `<mj-divider border-width="1px" border-color="${block.color ?? "#d4d4d8"}" padding="12px 24px" />`;
    case "snippet":
      return `<mj-text>${carrier.carry(`{% snippet "${block.slug}" %}`)}</mj-text>`;
    case "html":
      return `<mj-text>${carrier.carry(block.html)}</mj-text>`;
  }
}

/** Liquid stays as it is also in attributes; its output is escaped per person. */
function plainAttribute(value: string): string {
  return value
    .split(/(\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\})/)
    .map((part, at) => (at % 2 === 1 ? part : escapeHtml(part)))
    .join("");
}
