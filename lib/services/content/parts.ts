import type { MailDesign } from "#mails";
import type { ContentItem } from "#store/content";

/** What an edit changes; drafts and revisions have all of it. */
export const PARTS = ["name", "subject", "html", "text", "body", "mail", "onEmpty"] as const;

export type Parts = Pick<ContentItem, (typeof PARTS)[number]>;

export function partsOf({ name, subject, html, text, body, mail, onEmpty }: Parts): Parts {
  return { name, subject, html, text, body, mail, onEmpty };
}

type Patch = { readonly [Part in keyof Parts]?: Parts[Part] | undefined };

/** Whether a change makes a revision. */
export const hasParts = (patch: Patch): boolean => PARTS.some((part) => patch[part] !== undefined);

/**
 * The parts with a change in them. A change of `html` that says nothing of the editor makes it HTML from then on: it
 * would be made of the blocks again otherwise.
 */
export function patchedParts(before: Parts, patch: Patch): Parts {
  const given = Object.fromEntries(PARTS.flatMap((part) => (patch[part] === undefined ? [] : [[part, patch[part]]])));
  const after: Parts = { ...before, ...given };
  const isOvertaken = patch.html !== undefined && patch.mail === undefined && isMade(before.mail);
  return isOvertaken ? { ...after, mail: asHtml(before.mail) } : after;
}

/** Whether `html` is made of something else. */
const isMade = (mail: MailDesign | null): boolean => mail?.editor === "blocks" || mail?.editor === "mjml";

function asHtml(mail: MailDesign | null): MailDesign {
  const { editor: _editor, blocks: _blocks, mjml: _mjml, ...rest } = mail ?? {};
  return rest;
}
