import type { Block } from "#mails";
import { checkTemplate } from "../check-template.ts";
import type { MailFinding } from "./mail-finding.ts";
import { withoutOwnTags } from "./snippets.ts";

/** What is wrong with blocks, each with the pointer of its field. */
export function blockFindings(blocks: readonly Block[], base: string): MailFinding[] {
  return blocks.flatMap((block, at) => {
    const pointer = `${base}/${at}`;
    const inner =
      block.type === "columns"
        ? block.columns.flatMap((column, side) => blockFindings(column, `${pointer}/columns/${side}`))
        : [];
    return [...templateErrors(block, pointer), ...missing(block, pointer), ...inner];
  });
}

function templateErrors(block: Block, pointer: string): MailFinding[] {
  const condition = block.showIf?.trim() ? { showIf: `{% if ${block.showIf} %}{% endif %}` } : {};
  return Object.entries({ ...block, ...condition }).flatMap(([field, value]) => {
    if (typeof value !== "string" || field === "type" || field === "id") return [];
    const error = checkTemplate(withoutOwnTags(value));
    if (error === null) return [];
    return [{ pointer: `${pointer}/${field}`, severity: "error" as const, message: error.message, line: error.line }];
  });
}

function missing(block: Block, pointer: string): MailFinding[] {
  const warn = (field: string, message: string): MailFinding[] => [
    { pointer: `${pointer}/${field}`, severity: "warning", message, line: null },
  ];
  if (block.type === "snippet" && block.slug === "")
    return [{ pointer: `${pointer}/slug`, severity: "error", message: "Choose a snippet", line: null }];
  if (block.type === "button" && /^(https?:\/\/)?$/i.test(block.href.trim()))
    return warn("href", "This button leads nowhere; write its address");
  if (block.type !== "image") return [];
  const found = block.src.trim() === "" ? warn("src", "Choose a picture, or write its address") : [];
  const says = block.alt.trim() !== "" || block.decorative === true;
  return says ? found : [...found, ...warn("alt", "Write what the picture says, or mark it as decoration")];
}
