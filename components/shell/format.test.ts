import { describe, expect, it } from "vitest";
import {
  countOf,
  formatCompact,
  formatMoment,
  formatMoneyShort,
  formatRelative,
  formatShare,
  formatSpan,
  peopleCount,
} from "./format.ts";

const NOW = Date.UTC(2026, 10, 21, 9, 0, 0);

describe("numbers", () => {
  it("counts every person below ten thousand", () => {
    expect(formatCompact(9_999)).toBe("9,999");
    expect(formatCompact(12_400)).toBe("12.4k");
  });

  it("shows a share only when there is a whole", () => {
    expect(formatShare(1, 0)).toBe("–");
    expect(formatShare(1, 3)).toBe("33%");
    expect(formatShare(1, 30)).toBe("3.3%");
    expect(formatShare(1, 100_000)).toBe("<0.1%");
    expect(formatShare(5, 5)).toBe("100%");
    expect(formatShare(0, 5)).toBe("0%");
  });

  it("shows amounts as short as a tile is narrow", () => {
    const amounts = [12.5, 999.99, 566_552.5, 1_566_552.5].map((value) => formatMoneyShort(value, "EUR"));
    expect(amounts).toEqual(["€12.50", "€999.99", "€566,553", "€1.57m"]);
    expect([formatMoneyShort(2_500.4, null), formatMoneyShort(2_500.4, "points")]).toEqual(["2,500", "2,500 points"]);
  });

  it("uses the singular for one", () => {
    expect(peopleCount(1)).toBe("1 person");
    expect(peopleCount(1412)).toBe("1,412 people");
    expect(countOf(2, "delivery", "deliveries")).toBe("2 deliveries");
  });
});

describe("times", () => {
  it("reads like speech", () => {
    expect(formatRelative(NOW - 2_000, NOW)).toBe("just now");
    expect(formatRelative(NOW - 30_000, NOW)).toBe("30 seconds ago");
    expect(formatRelative(NOW - 3 * 60_000, NOW)).toBe("3 minutes ago");
    expect(formatRelative(NOW + 49 * 3_600_000, NOW)).toBe("in 2 days");
    expect(formatRelative(NOW + 40 * 3_600_000, NOW)).toBe("in 2 days");
    expect(formatRelative(NOW - 25 * 3_600_000, NOW)).toBe("1 day ago");
  });

  it("prints a moment in the workspace's zone", () => {
    expect(formatMoment(NOW, "Europe/Paris")).toBe("21 Nov 2026, 10:00:00");
  });

  it("shows the two largest units of a span", () => {
    expect(formatSpan(35)).toBe("35 s");
    expect(formatSpan(187_200)).toBe("2 d 4 h");
    expect(formatSpan(3_600)).toBe("1 h");
    expect(formatSpan(86_400 + 30)).toBe("1 d");
    expect(formatSpan(0.4)).toBe("<1 s");
    expect(formatSpan(null)).toBe("–");
  });
});
