import { isIPv6 } from "node:net";

type Words = readonly number[];

/** The IPv4 addresses inside an IPv6 one, for all embeddings that a network may translate, except mapped ones. */
export function embeddedV4(address: string): string[] {
  const words = wordsOf(address);
  if (!words) return [];
  const starts = (...prefix: number[]) => prefix.every((word, at) => words[at] === word);
  const zeros = (from: number, to: number) => words.slice(from, to).every((word) => word === 0);
  const found: string[] = [];
  // IPv4-compatible (`::` and `::1` are not), -translated, NAT64; of local NAT64 prefixes those of the usual length.
  if ((zeros(0, 6) && words[6] !== 0) || (zeros(0, 4) && words[4] === 0xffff && words[5] === 0))
    found.push(v4At(words, 6));
  if (starts(0x64, 0xff9b)) found.push(v4At(words, 6));
  // 6to4, Teredo (its server, and its client with every bit turned over), ISATAP.
  if (starts(0x2002)) found.push(v4At(words, 1));
  if (starts(0x2001, 0))
    found.push(
      v4At(words, 2),
      v4At(
        words.map((word) => word ^ 0xffff),
        6,
      ),
    );
  if ((words[4] === 0 || words[4] === 0x200) && words[5] === 0x5efe) found.push(v4At(words, 6));
  return found;
}

/** The IPv4 address that an IPv4-mapped one is another notation of, or `null`. */
export function mappedV4(address: string): string | null {
  const words = wordsOf(address);
  return words?.slice(0, 5).every((word) => word === 0) && words[5] === 0xffff ? v4At(words, 6) : null;
}

const v4At = (words: Words, at: number): string => {
  const [high = 0, low = 0] = words.slice(at, at + 2);
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
};

/** The eight words of an IPv6 address in any notation, without its zone; `null` if it is not one. */
function wordsOf(address: string): Words | null {
  const [bare = ""] = address.split("%");
  if (!isIPv6(bare)) return null;
  const plain = bare.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = "", tail] = plain.split("::");
  const read = (half: string) => (half === "" ? [] : half.split(":").map((word) => Number.parseInt(word, 16)));
  if (tail === undefined) return read(head);
  const [before, after] = [read(head), read(tail)];
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}
