import { type Annotation, type Canvas, type CanvasGroup, type CanvasNote, canvasOf, type Position } from "#journey";
import { boundsOf } from "./bounds.ts";
import { STEP_HEIGHT, STEP_WIDTH } from "./geometry.ts";
import { nodeById } from "./graph.ts";
import { newId } from "./new-id.ts";

/** A new canvas and the note or group that was added to it. */
export type NewAnnotation = { canvas: Canvas; id: string };
export type Frame = { x: number; y: number; width: number; height: number };

export const NOTE_SIZE = { width: 240, height: 120 };
/** Room between the steps of a group and its frame; above them stands the label. */
const PADDING = 22;
const LABEL = 30;

const none: readonly Annotation[] = [];
export const annotationsOf = ({ annotations }: Canvas): readonly Annotation[] => annotations ?? none;

export function annotationById(canvas: Canvas, id: string): Annotation | undefined {
  return annotationsOf(canvas).find((one) => one.id === id);
}

/** What people read for a note or a group. */
export function titleOf(one: Annotation): string {
  const text = one.kind === "note" ? (one.text.trim().split("\n")[0] ?? "") : one.label;
  return text === "" ? (one.kind === "note" ? "Empty note" : "Group") : text;
}

/** The frame of a group: around its steps, wherever they are. */
export function frameOf({ nodeIds }: CanvasGroup, placeOf: (id: string) => Position | undefined): Frame | null {
  const places = nodeIds.flatMap((id) => placeOf(id) ?? []);
  if (places.length === 0) return null;
  const { x, y, width, height } = boundsOf(places);
  return { x: x - PADDING, y: y - PADDING - LABEL, width: width + 2 * PADDING, height: height + 2 * PADDING + LABEL };
}

export function addNote(canvas: Canvas, { x, y }: Position): NewAnnotation {
  const note: CanvasNote = {
    id: newId(),
    kind: "note",
    text: "",
    position: { x: Math.round(x), y: Math.round(y) },
    ...NOTE_SIZE,
  };
  return { canvas: withAnnotations(canvas, [...annotationsOf(canvas), note]), id: note.id };
}

/** A group of these steps; they leave the groups that they were in. Null without a step. */
export function addGroup(canvas: Canvas, ids: ReadonlySet<string>, label = ""): NewAnnotation | null {
  const nodeIds = canvas.nodes.flatMap(({ id }) => (ids.has(id) ? [id] : []));
  if (nodeIds.length === 0) return null;
  const group: CanvasGroup = { id: newId(), kind: "group", label, nodeIds };
  return { canvas: withAnnotations(canvas, [...leftBy(canvas, ids), group]), id: group.id };
}

/** The step joins the group, and leaves the one that it was in. */
export function joinGroup(canvas: Canvas, groupId: string, stepId: string): Canvas {
  const others = leftBy(canvas, new Set([stepId]));
  return withAnnotations(
    canvas,
    others.map((one) =>
      one.id === groupId && one.kind === "group" ? { ...one, nodeIds: [...one.nodeIds, stepId] } : one,
    ),
  );
}

/** The step leaves its group; a group without steps goes. */
export const leaveGroup = (canvas: Canvas, stepId: string): Canvas =>
  withAnnotations(canvas, leftBy(canvas, new Set([stepId])));

function leftBy(canvas: Canvas, ids: ReadonlySet<string>): Annotation[] {
  return annotationsOf(canvas).flatMap((one): Annotation[] => {
    if (one.kind === "note" || !one.nodeIds.some((id) => ids.has(id))) return [one];
    const nodeIds = one.nodeIds.filter((id) => !ids.has(id));
    return nodeIds.length === 0 ? [] : [{ ...one, nodeIds }];
  });
}

type Fields = Partial<Pick<CanvasNote, "text" | "position" | "width" | "height"> & Pick<CanvasGroup, "label">>;

export function updateAnnotation(canvas: Canvas, id: string, fields: Fields): Canvas {
  return withAnnotations(
    canvas,
    annotationsOf(canvas).map((one) => (one.id === id ? { ...one, ...fields } : one)),
  );
}

export const withAnnotations = (canvas: Canvas, annotations: readonly Annotation[]): Canvas =>
  canvasOf({ ...canvas, annotations: [...annotations] });

/**
 * Places for steps and notes, from places for those and for groups: a group takes its steps along, and the notes inside
 * of its frame.
 */
export function withGroupMembers(canvas: Canvas, places: ReadonlyMap<string, Position>): Map<string, Position> {
  const byId = new Map(canvas.nodes.map((node) => [node.id, node.position]));
  const moved = new Map<string, Position>();
  for (const group of annotationsOf(canvas)) {
    const wanted = places.get(group.id);
    const frame = group.kind === "group" && wanted ? frameOf(group, (id) => byId.get(id)) : null;
    if (group.kind !== "group" || !wanted || !frame) continue;
    const by = { x: wanted.x - frame.x, y: wanted.y - frame.y };
    const along = (id: string, { x, y }: Position) => moved.set(id, { x: x + by.x, y: y + by.y });
    for (const id of group.nodeIds) along(id, byId.get(id) ?? { x: 0, y: 0 });
    for (const one of annotationsOf(canvas))
      if (one.kind === "note" && isInside(one, frame)) along(one.id, one.position);
  }
  const groups = new Set(annotationsOf(canvas).flatMap((one) => (one.kind === "group" ? [one.id] : [])));
  for (const [id, place] of places) if (!groups.has(id)) moved.set(id, place);
  return moved;
}

const isInside = ({ position: { x, y }, width, height }: CanvasNote, frame: Frame) =>
  x >= frame.x && y >= frame.y && x + width <= frame.x + frame.width && y + height <= frame.y + frame.height;

/** Where a step, a note or the frame of a group is. */
export function placeOf(canvas: Canvas, id: string): Position | undefined {
  const one = annotationById(canvas, id);
  const stepPlace = (stepId: string) => nodeById(canvas, stepId)?.position;
  if (one?.kind === "group") return frameOf(one, stepPlace) ?? undefined;
  return one?.position ?? stepPlace(id);
}

/** The step to which arrows lead from a note or a group: the nearest, or the first one inside. */
export function stepBeside(canvas: Canvas, one: Annotation): string | null {
  if (one.kind === "group") return one.nodeIds[0] ?? null;
  const away = ({ position: { x, y } }: { position: Position }) => Math.hypot(x - one.position.x, y - one.position.y);
  const [nearest] = [...canvas.nodes].sort((left, right) => away(left) - away(right));
  return nearest?.id ?? null;
}

/** The rectangle that holds everything that is drawn, in canvas pixels. */
export function wholeOf(canvas: Canvas): Frame {
  const frames = [
    ...canvas.nodes.map(({ position }) => ({ ...position, width: STEP_WIDTH, height: STEP_HEIGHT })),
    ...annotationsOf(canvas).flatMap((one) => {
      if (one.kind === "note") return [{ ...one.position, width: one.width, height: one.height }];
      return frameOf(one, (id) => nodeById(canvas, id)?.position) ?? [];
    }),
  ];
  const x = Math.min(...frames.map((frame) => frame.x));
  const y = Math.min(...frames.map((frame) => frame.y));
  const right = Math.max(...frames.map((frame) => frame.x + frame.width));
  const bottom = Math.max(...frames.map((frame) => frame.y + frame.height));
  return { x, y, width: right - x, height: bottom - y };
}
