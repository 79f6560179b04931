import type { Member } from "#data";

/** Who published: `user:<id>` by the member's name, a key or the product by what they are. */
export function publisher(by: string | null, members: readonly Pick<Member, "userId" | "name" | "email">[]): string {
  if (!by) return "–";
  const [kind = "", id = ""] = by.split(":", 2);
  if (kind === "key") return "A secret key";
  if (kind === "system") return "Sojourn";
  const member = members.find(({ userId }) => userId === id);
  return member ? member.name || member.email : "A former member";
}
