/**
 * A 128-bit hash of a text, as four unsigned 32-bit numbers. It is not for secrets: it makes ids and random shares the
 * same whenever and wherever they are computed again.
 */
export function hashText(text: string): readonly [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  const mix = a ^ b ^ c ^ d;
  return [mix >>> 0, (b ^ mix) >>> 0, (c ^ mix) >>> 0, (d ^ mix) >>> 0];
}
