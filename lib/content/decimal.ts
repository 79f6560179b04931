/** A number as it is written: `digits` with the point `scale` places from the right. */
type Decimal = { readonly digits: bigint; readonly scale: number };

function read(value: number): Decimal {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** The digits of both with the point at the same place. */
function aligned(left: number, right: number): { a: bigint; b: bigint; scale: number } {
  const [l, r] = [read(left), read(right)];
  const scale = Math.max(l.scale, r.scale);
  return { a: l.digits * 10n ** BigInt(scale - l.scale), b: r.digits * 10n ** BigInt(scale - r.scale), scale };
}

const written = (digits: bigint, scale: number): number => Number(`${digits}e${-scale}`);

const isExact = (left: number, right: number, result: number): boolean =>
  Number.isInteger(left) && Number.isInteger(right) && Number.isSafeInteger(result);

type Operation = (left: number, right: number) => number;

/** An operation: fast with binary numbers where they are exact, else with decimal digits. */
function exactly(quick: Operation, slow: Operation): Operation {
  return (left, right) => {
    const result = quick(left, right);
    return isExact(left, right, result) || !Number.isFinite(result) ? result : slow(left, right);
  };
}

/**
 * Decimal arithmetic: 19.9 × 100 is 1990, where binary numbers give 1989.9999999999998. Operands are finite; a result
 * may be `Infinity` or `NaN`.
 */
export const decimal = {
  plus: exactly(
    (left, right) => left + right,
    (left, right) => {
      const { a, b, scale } = aligned(left, right);
      return written(a + b, scale);
    },
  ),
  minus: exactly(
    (left, right) => left - right,
    (left, right) => {
      const { a, b, scale } = aligned(left, right);
      return written(a - b, scale);
    },
  ),
  times: exactly(
    (left, right) => left * right,
    (left, right) => {
      const [l, r] = [read(left), read(right)];
      return written(l.digits * r.digits, l.scale + r.scale);
    },
  ),
  /** A quotient of whole numbers is rounded correctly: 1.1 ÷ 0.1 is 11 ÷ 1. */
  dividedBy: exactly(
    (left, right) => left / right,
    (left, right) => {
      const { a, b } = aligned(left, right);
      return Number.isSafeInteger(Number(a)) && Number.isSafeInteger(Number(b)) ? Number(a) / Number(b) : left / right;
    },
  ),
  /** With the sign of the divisor. */
  modulo: exactly(
    (left, right) => ((left % right) + right) % right,
    (left, right) => {
      const { a, b, scale } = aligned(left, right);
      return written(((a % b) + b) % b, scale);
    },
  ),
} as const satisfies Record<string, Operation>;
