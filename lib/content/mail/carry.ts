import { liquidParts } from "./liquid-parts.ts";

const MARK = "sojourncarry";

/**
 * Keeps what a compiler must not touch: each piece is replaced by a word that means nothing in HTML, CSS and XML, and put
 * back when the compiler is done.
 */
export class Carrier {
  readonly #carried: { readonly text: string; readonly line: number }[] = [];

  /** The word that stands for a text meanwhile. */
  carry(text: string, line = 0): string {
    this.#carried.push({ text, line });
    return `${MARK}${this.#carried.length - 1}x`;
  }

  /** A source with its Liquid carried. */
  liquid(source: string): string {
    return liquidParts(source)
      .map(({ kind, text, line }) => (kind === "liquid" ? this.carry(text, line) : text))
      .join("");
  }

  /** Puts everything back, also what stands inside of something carried; `lost` is what the compiler dropped. */
  restore(compiled: string): { readonly text: string; readonly lost: readonly { text: string; line: number }[] } {
    const met = new Set<number>();
    const put = (text: string, depth: number): string =>
      text.replaceAll(new RegExp(`${MARK}(\\d+)x`, "g"), (word, number) => {
        const piece = this.#carried[Number(number)];
        if (piece === undefined) return word;
        met.add(Number(number));
        return depth > 3 ? piece.text : put(piece.text, depth + 1);
      });
    const text = put(compiled, 0);
    return { text, lost: this.#carried.filter((_, at) => !met.has(at)) };
  }
}

/** What the words of carried pieces look like. */
export const CARRIED = new RegExp(`${MARK}\\d+x`, "g");
