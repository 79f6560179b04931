/** Lanczos coefficients for g = 7: ln Γ with fifteen digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** ln Γ(x) for x ≥ 1. */
function lnGamma(x: number): number {
  const z = x - 1;
  const sum = LANCZOS.reduce((total, term, index) => (index === 0 ? term : total + term / (z + index)), 0);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The distribution of a rate after `a - 1` successes and `b - 1` failures, over 0 to 1; a, b ≥ 1. */
export type Beta = { readonly a: number; readonly b: number };

const lnNorm = ({ a, b }: Beta): number => lnGamma(a + b) - lnGamma(a) - lnGamma(b);

/** The density as a function of x; the scale is computed once per distribution. */
export function betaDensity(beta: Beta): (x: number) => number {
  const scale = lnNorm(beta);
  return (x) => {
    if (x <= 0) return beta.a === 1 ? beta.b : 0;
    if (x >= 1) return beta.b === 1 ? beta.a : 0;
    return Math.exp(scale + (beta.a - 1) * Math.log(x) + (beta.b - 1) * Math.log1p(-x));
  };
}

/** The probability that the rate is below x: the regularised incomplete beta function. */
export function betaBelow(beta: Beta): (x: number) => number {
  const { a, b } = beta;
  const scale = lnNorm(beta);
  return (x) => {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const front = Math.exp(scale + a * Math.log(x) + b * Math.log1p(-x));
    // The continued fraction converges fast only up to about the mean; above that the complement is computed.
    return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b;
  };
}

const TINY = 1e-300;

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    result *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    result *= c * d;
    if (Math.abs(c * d - 1) < 1e-14) break;
  }
  return result;
}

const awayFromZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
