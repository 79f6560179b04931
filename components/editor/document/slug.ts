/** A step's name from what was typed: `Welcome email!` → `welcome_email`. Letters of any script stay. */
export function slug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_-]+/gu, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, 120);
}
