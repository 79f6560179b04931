import { temporal } from "zundo";
import { createStore } from "zustand/vanilla";
import type { Canvas, Problem } from "#journey";
import { type Direction, directionOf } from "../document/direction.ts";

/** What the side panel shows. */
export type Opened = { kind: "node" | "edge" | "annotation"; id: string };
/** `nodes` are steps, notes and groups. */
export type Selection = { nodes: ReadonlySet<string>; edges: ReadonlySet<string> };
/** A field to focus once its form is shown; `turn` separates two jumps to the same field. */
export type Jump = { id: string; field: string | null; turn: number };

/** The mark of a trial run on a step or edge: on its path, or with a number. */
export type Mark = { isLit: boolean; text: string | null; title?: string };
/** Marks by id; steps and edges without a mark are dimmed while there are any. */
export type Marks = { canvas: Canvas; nodes: ReadonlyMap<string, Mark>; edges: ReadonlyMap<string, Mark> };

export type EditOptions = {
  /** Edits with the same key in quick succession are one entry of the history: typing in one field. */
  joinAs?: string;
};

export type EditorState = {
  readonly canvas: Canvas;
  readonly selection: Selection;
  readonly opened: Opened | null;
  /** The step from which arrows move and to which Tab returns. */
  readonly focusedId: string | null;
  readonly direction: Direction;
  readonly problems: readonly Problem[];
  readonly jump: Jump | null;
  /** Steps whose untouched fields show their errors too: they were validated, or jumped to. */
  readonly revealed: ReadonlySet<string> | "all";
  readonly marks: Marks | null;
};

export type EditorActions = {
  /** One user action: a new canvas, one entry in the history, and the draft to save. */
  edit(change: (canvas: Canvas) => Canvas, options?: EditOptions): void;
  undo(): void;
  redo(): void;
  /** Replaces the canvas from outside (loading, taking the other side's version); cannot be undone. */
  load(canvas: Canvas): void;
  /** Puts in what others saved meanwhile; undo takes back only what was edited here, so `onto` changes the history too. */
  rebase(canvas: Canvas, onto: (past: Canvas) => Canvas): void;
  select(selection: Partial<Selection>): void;
  open(opened: Opened | null): void;
  focus(nodeId: string | null): void;
  turn(direction: Direction): void;
  setProblems(problems: readonly Problem[]): void;
  jumpTo(problem: Pick<Problem, "nodeId" | "edgeId" | "field">): void;
  revealAll(): void;
  /** Draws the marks of a trial run; `null` removes them. */
  mark(marks: Marks | null): void;
};

const JOIN_WITHIN_MS = 1_000;
const HISTORY_LENGTH = 200;
const NOTHING: Selection = { nodes: new Set(), edges: new Set() };

export type EditorStore = ReturnType<typeof createEditorStore>;

/** The editor's state. The canvas is the document itself; only `edit`, `undo` and `redo` move the history. */
export function createEditorStore(canvas: Canvas, clock: () => number = Date.now) {
  let last = { key: "", at: 0 };
  const store = createStore<EditorState & EditorActions>()(
    temporal(
      (set, get) => ({
        canvas,
        selection: NOTHING,
        opened: null,
        focusedId: null,
        direction: directionOf(canvas),
        problems: [],
        jump: null,
        revealed: new Set<string>(),
        marks: null,

        edit(change, { joinAs = "" } = {}) {
          const next = change(get().canvas);
          if (next === get().canvas) return;
          const at = clock();
          const joins = joinAs !== "" && joinAs === last.key && at - last.at < JOIN_WITHIN_MS;
          last = { key: joinAs, at };
          if (joins) unrecorded(() => set({ canvas: next }));
          else set({ canvas: next });
          set(pruned(get()));
        },
        undo() {
          last = { key: "", at: 0 };
          store.temporal.getState().undo();
          set(pruned(get()));
        },
        redo() {
          last = { key: "", at: 0 };
          store.temporal.getState().redo();
          set(pruned(get()));
        },
        load(next) {
          unrecorded(() => set({ canvas: next }));
          store.temporal.getState().clear();
          set(pruned(get()));
        },
        rebase(next, onto) {
          unrecorded(() => set({ canvas: next }));
          const { pastStates, futureStates } = store.temporal.getState();
          const moved = (states: typeof pastStates) =>
            states.map((state) => (state.canvas ? { ...state, canvas: onto(state.canvas) } : state));
          store.temporal.setState({ pastStates: moved(pastStates), futureStates: moved(futureStates) });
          set(pruned(get()));
        },
        select: (selection) => set((state) => ({ selection: { ...state.selection, ...selection } })),
        open: (opened) => set(opened && opened.kind !== "edge" ? { opened, focusedId: opened.id } : { opened }),
        focus: (focusedId) => set({ focusedId }),
        turn: (direction) => set({ direction }),
        setProblems: (problems) => set({ problems }),
        jumpTo: ({ nodeId, edgeId, field }) => set((state) => jumped(state, nodeId, edgeId, field)),
        revealAll: () => set({ revealed: "all" }),
        mark: (marks) => set({ marks }),
      }),
      {
        limit: HISTORY_LENGTH,
        partialize: (state) => ({ canvas: state.canvas }),
        equality: (before, after) => before.canvas === after.canvas,
      },
    ),
  );
  const unrecorded = (change: () => void) => {
    store.temporal.getState().pause();
    change();
    store.temporal.getState().resume();
  };
  return store;
}

/** Removes from the selection and panel what the canvas no longer has. */
function pruned(state: EditorState): Partial<EditorState> {
  const { canvas } = state;
  const nodes = new Set([...canvas.nodes, ...(canvas.annotations ?? [])].map(({ id }) => id));
  const edges = new Set(state.canvas.edges.map((edge) => edge.id));
  const has = (opened: Opened) => (opened.kind === "edge" ? edges : nodes).has(opened.id);
  const left: Selection = { nodes: within(state.selection.nodes, nodes), edges: within(state.selection.edges, edges) };
  const whole = left.nodes.size === state.selection.nodes.size && left.edges.size === state.selection.edges.size;
  return {
    ...(whole ? {} : { selection: left }),
    ...(state.opened && !has(state.opened) ? { opened: null } : {}),
    ...(state.focusedId && !nodes.has(state.focusedId) ? { focusedId: null } : {}),
  };
}

function within(ids: ReadonlySet<string>, known: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...ids].filter((id) => known.has(id)));
}

function jumped(
  state: EditorState,
  nodeId: string | null,
  edgeId: string | null,
  field: string | null,
): Partial<EditorState> {
  const id = edgeId ?? nodeId;
  if (id === null) return {};
  const isEdge = edgeId !== null;
  const opened: Opened = { kind: isEdge ? "edge" : "node", id };
  const selection: Selection = { nodes: new Set(isEdge ? [] : [id]), edges: new Set(isEdge ? [id] : []) };
  const revealed = state.revealed === "all" ? state.revealed : new Set([...state.revealed, id]);
  const jump = { id, field, turn: (state.jump?.turn ?? 0) + 1 };
  return { opened, selection, revealed, jump, ...(nodeId ? { focusedId: nodeId } : {}) };
}
