import { expect, type Page } from "@playwright/test";

type Box = { x: number; y: number; width: number; height: number };
type Point = { x: number; y: number };
type Link = { id: string; sourceNodeId: string; targetNodeId: string };

/** The tolerance between the end of an edge and the border of its step, in canvas pixels. */
const REACH = 12;

/**
 * Checks that every edge between two visible steps is drawn from one to the other; returns the number of checked edges.
 */
export async function expectEdgesAtSteps(page: Page, links: readonly Link[]): Promise<number> {
  let seen = 0;
  await expect(async () => {
    const found = await page.evaluate(lookAtEdges, [...links]);
    seen = found.length;
    const wrong = found.filter(({ source, target, path }) => !holds(source, target, path));
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(0);
  }).toPass({ timeout: 10_000 });
  return seen;
}

type Found = { id: string; source: Box; target: Box; path: [Point, Point] | null };

/** Runs in the page: the edges whose two steps are both on the screen, all in the canvas's own coordinates. */
function lookAtEdges(links: Link[]): Found[] {
  const pane = document.querySelector(".react-flow")?.getBoundingClientRect();
  const onScreen = new Map<string, Box>();
  for (const step of document.querySelectorAll<HTMLElement>(".react-flow__node")) {
    const box = step.getBoundingClientRect();
    const { e: x, f: y } = new DOMMatrixReadOnly(step.style.transform);
    const isSeen =
      pane && box.right > pane.left && box.left < pane.right && box.bottom > pane.top && box.top < pane.bottom;
    if (isSeen) onScreen.set(step.dataset.id ?? "", { x, y, width: step.offsetWidth, height: step.offsetHeight });
  }
  return links.flatMap(({ id, sourceNodeId, targetNodeId }) => {
    const [source, target] = [onScreen.get(sourceNodeId), onScreen.get(targetNodeId)];
    if (!source || !target) return [];
    const line = document.querySelector<SVGPathElement>(`.react-flow__edge[data-id="${id}"] .react-flow__edge-path`);
    const at = (length: number) => {
      const { x, y } = (line as SVGPathElement).getPointAtLength(length);
      return { x, y };
    };
    return [{ id, source, target, path: line ? [at(0), at(line.getTotalLength())] : null }];
  });
}

function holds(source: Box, target: Box, path: Found["path"]): boolean {
  if (!path) return false;
  const [start, end] = path;
  return isAt(start, source, source.height) && isAt(end, target, 0);
}

/** Whether a point lies on a step's lower (or upper) border. */
function isAt(point: Point, box: Box, border: number): boolean {
  return (
    point.x >= box.x - REACH && point.x <= box.x + box.width + REACH && Math.abs(point.y - (box.y + border)) <= REACH
  );
}
