/** What can be searched for: by its title first, by other words only after that. */
export type Searched = { readonly title: string; readonly words?: string };

const EXACT = 0;
const STARTS = 1;
const TITLE_WORDS = 2;
const WITHIN = 3;
const OTHER_WORDS = 4;

/** How well a search fits, the lower the better; `null` when it does not. */
export function rankOf({ title, words = "" }: Searched, search: string): number | null {
  const [asked, name] = [plain(search), plain(title)];
  if (asked === "" || name === asked) return EXACT;
  if (name.startsWith(asked)) return STARTS;
  if (fits(asked, name)) return TITLE_WORDS;
  if (name.includes(asked)) return WITHIN;
  return fits(asked, `${name} ${plain(words)}`) ? OTHER_WORDS : null;
}

/** What fits a search, the best first. Among equals the given order stays; an empty search keeps everything. */
export function ranked<Item>(items: readonly Item[], search: string, read: (item: Item) => Searched): Item[] {
  return items
    .flatMap((item) => {
      const rank = rankOf(read(item), search);
      return rank === null ? [] : [{ item, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .trim()
    .toLowerCase();
const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Whether every word that is asked for begins a word of the text. */
function fits(asked: string, text: string): boolean {
  const words = wordsOf(text);
  const parts = wordsOf(asked);
  return parts.length > 0 && parts.every((part) => words.some((word) => word.startsWith(part)));
}
