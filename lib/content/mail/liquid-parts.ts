/** A stretch of a source: Liquid (`{{ … }}` or `{% … %}`) or anything else. */
export type LiquidPart = { readonly kind: "liquid" | "other"; readonly text: string; readonly line: number };

/** Splits a source at its Liquid, in one pass; the parts joined are the source. */
export function liquidParts(source: string): LiquidPart[] {
  const parts: LiquidPart[] = [];
  let from = 0;
  let line = 1;
  const add = (kind: LiquidPart["kind"], to: number) => {
    if (to <= from) return;
    const text = source.slice(from, to);
    parts.push({ kind, text, line });
    line += text.split("\n").length - 1;
    from = to;
  };
  for (let at = nextOpening(source, 0); at !== -1; at = nextOpening(source, from)) {
    const end = endOf(source, at);
    if (end === -1) break;
    add("other", at);
    add("liquid", end);
  }
  add("other", source.length);
  return parts;
}

function nextOpening(source: string, from: number): number {
  for (let at = source.indexOf("{", from); at !== -1; at = source.indexOf("{", at + 1)) {
    const next = source.charAt(at + 1);
    if (next === "{" || next === "%") return at;
  }
  return -1;
}

/** Behind the end of the tag at `open`; quotes may hold `}}`, but no line break. -1: it never ends. */
function endOf(source: string, open: number): number {
  const close = source.charAt(open + 1) === "{" ? "}}" : "%}";
  const raw = /^\{%-?\s*(raw|comment)\s*-?%\}/.exec(source.slice(open, open + 40));
  if (raw) {
    const ending = new RegExp(`\\{%-?\\s*end${raw[1]}\\s*-?%\\}`, "g");
    ending.lastIndex = open;
    const found = ending.exec(source);
    return found ? found.index + found[0].length : -1;
  }
  let quote = "";
  for (let at = open + 2; at < source.length; at++) {
    const sign = source.charAt(at);
    if (quote !== "") {
      if (sign === "\n") break;
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (source.startsWith(close, at)) return at + 2;
  }
  const plain = source.indexOf(close, open + 2);
  return plain === -1 ? -1 : plain + 2;
}
