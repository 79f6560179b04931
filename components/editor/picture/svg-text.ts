/** What the parts of a picture share: one font, light colours, and text that is safe inside XML. */
export const FONT = 'font-family="system-ui, sans-serif"';
/** Letters that fit into a step, as text in a picture cannot be cut by its box. */
export const LETTERS = 32;
export const COLORS = {
  page: "#ffffff",
  card: "#ffffff",
  border: "#cbd5e1",
  text: "#0f172a",
  quiet: "#64748b",
  link: "#94a3b8",
  note: "#fef3c7",
  noteBorder: "#e7c777",
  group: "#f4f6ff",
};

/** Shortened, and safe inside XML: control characters are not allowed there at all. */
export function cut(text: string): string {
  const letters = [...text];
  return escaped(letters.length > LETTERS ? `${letters.slice(0, LETTERS - 1).join("")}…` : text);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escaped(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, " ").replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
}
