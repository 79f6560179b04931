import type { Page } from "@playwright/test";
import { percentile } from "../ground.ts";

export type Frames = { readonly fps: number; readonly p95Ms: number };

/** What runs in the page; Playwright sends it as text. */
type Probe = { frames: number[]; tasks: number[]; keys: number[]; stop: boolean };
declare global {
  // The page's own, while a measurement runs.
  var sojournProbe: Probe;
}

/** Frames a second while `act` moves the mouse, and the 95th percentile of the time between two of them. */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const probe: Probe = { frames: [], tasks: [], keys: [], stop: false };
    globalThis.sojournProbe = probe;
    const next = (at: number) => {
      probe.frames.push(at);
      if (!probe.stop) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await act();
  const at = await page.evaluate(() => {
    globalThis.sojournProbe.stop = true;
    return globalThis.sojournProbe.frames;
  });
  const gaps = at.slice(1).map((time, index) => time - (at[index] ?? time));
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  return { fps: (gaps.length * 1_000) / total, p95Ms: percentile(gaps, 0.95) };
}

/** The longest times, in milliseconds, for which the page answered nothing while `act` ran and half a second afterwards. */
export async function longestTasks(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const probe: Probe = { frames: [], tasks: [], keys: [], stop: false };
    globalThis.sojournProbe = probe;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) probe.tasks.push(duration);
    }).observe({ type: "longtask" });
  });
  await act();
  await page.waitForTimeout(700);
  const tasks = await page.evaluate(() => globalThis.sojournProbe.tasks);
  return tasks.sort((one, other) => other - one).slice(0, 5);
}

/** From pressing a key to the frame that shows it, in milliseconds, for each letter of a text typed into the focused field. */
export async function keysToFrames(page: Page, text: string): Promise<number[]> {
  await page.evaluate(() => {
    const probe: Probe = { frames: [], tasks: [], keys: [], stop: false };
    globalThis.sojournProbe = probe;
    const measure = ({ timeStamp }: Event) =>
      requestAnimationFrame(() => setTimeout(() => probe.keys.push(performance.now() - timeStamp)));
    document.addEventListener("keydown", measure, { capture: true });
  });
  await page.keyboard.type(text, { delay: 70 });
  await page.waitForTimeout(300);
  return page.evaluate(() => globalThis.sojournProbe.keys);
}

/** Moves the pressed mouse in a circle for `seconds`, as a hand does. */
export async function dragAround(page: Page, from: { x: number; y: number }, seconds = 2): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const until = performance.now() + seconds * 1_000;
  for (let turn = 0; performance.now() < until; turn += 0.15)
    await page.mouse.move(from.x + 120 * Math.sin(turn), from.y + 80 * Math.sin(turn * 1.3));
  await page.mouse.move(from.x, from.y);
  await page.mouse.up();
}
