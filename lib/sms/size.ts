import { ESCAPED, PLAIN } from "./gsm-alphabet.ts";

/** What a text costs as an SMS. */
export type SmsSize = {
  readonly encoding: "GSM-7" | "UCS-2";
  /** Septets or UTF-16 units; what GSM-7 escapes counts two. */
  readonly units: number;
  /** The number of messages of which the operators charge each. */
  readonly segments: number;
  /** How many units fit until the next segment. */
  readonly left: number;
  /** The characters that GSM-7 does not have; each of them makes the whole text UCS-2. */
  readonly forcing: readonly string[];
};

/** Units of a message alone, and of each part of a longer one, whose header takes the rest (3GPP TS 23.040). */
const ROOM = { "GSM-7": { alone: 160, part: 153 }, "UCS-2": { alone: 70, part: 67 } } as const;

/** The size of a text as an SMS; characters are never cut, so a segment may end with a unit unused. */
export function smsSize(text: string): SmsSize {
  const forcing = [...new Set(text)].filter((character) => !PLAIN.has(character) && !ESCAPED.has(character));
  const encoding = forcing.length === 0 ? "GSM-7" : "UCS-2";
  const pieces = encoding === "GSM-7" ? [...text].map((one) => (ESCAPED.has(one) ? 2 : 1)) : graphemeSizes(text);
  const units = pieces.reduce((sum, size) => sum + size, 0);
  const room = ROOM[encoding];
  if (units <= room.alone) return { encoding, units, segments: 1, left: room.alone - units, forcing };
  const { segments, used } = pack(pieces, room.part);
  return { encoding, units, segments, left: room.part - used, forcing };
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const graphemeSizes = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment.length);

function pack(pieces: readonly number[], room: number): { segments: number; used: number } {
  let segments = 1;
  let used = 0;
  for (const size of pieces) {
    if (used + size > room) {
      segments++;
      used = 0;
    }
    used += size;
  }
  return { segments, used };
}
