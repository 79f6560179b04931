import type { Member } from "#data";

type Named = Pick<Member, "userId" | "name" | "email">;

/** How a member is written in a comment. */
export const handleOf = ({ name, email }: Named): string => `@${name || email}`;

/** The members whom a text mentions. */
export function mentionedIn(text: string, members: readonly Named[]): Named[] {
  return members.filter((member) => text.toLowerCase().includes(handleOf(member).toLowerCase()));
}

/** The members that the word being written after an @ may mean; empty while none is. */
export function suggested(text: string, members: readonly Named[]): Named[] {
  const begun = /(?:^|\s)@([\p{L}\p{N}._@-]*)$/u.exec(text)?.[1]?.toLowerCase();
  if (begun === undefined) return [];
  return members.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(begun)).slice(0, 5);
}

/** The text with the begun mention written out. */
export const complete = (text: string, member: Named): string =>
  `${text.replace(/@[\p{L}\p{N}._@-]*$/u, "")}${handleOf(member)} `;
