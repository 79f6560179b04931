import type { JourneyEdge, JsonObject, NodeType } from "#journey";
import { render } from "#rendering";
import { node } from "../document/testing.ts";
import { Inspector } from "../inspector/inspector.tsx";
import { LibraryProvider } from "../state/catalog.tsx";
import { EditorStoreProvider } from "../state/context.tsx";
import { JourneyInfoProvider } from "../state/journey-info.tsx";
import { createEditorStore } from "../state/store.ts";

const INFO = { goal: null, settings: {}, audience: null, openSettings: () => undefined };

type Around = {
  readonly edges?: JourneyEdge[];
  /** The names of ends that the edges lead to. */
  readonly ends?: string[];
  readonly canEdit?: boolean;
  readonly journeyId?: string;
};

/** The open panel of a step called `s`, on a canvas with the library of the workspace. */
export function renderStep(type: NodeType, config: JsonObject, around: Around = {}) {
  const { edges = [], ends = [], canEdit = true, journeyId = "" } = around;
  const step = node("s", type, { config });
  const store = createEditorStore({ nodes: [step, ...ends.map((name) => node(name, "EXIT"))], edges });
  store.getState().open({ kind: "node", id: step.id });
  render(
    <EditorStoreProvider store={store}>
      <LibraryProvider>
        <JourneyInfoProvider value={{ ...INFO, canEdit, journeyId }}>
          <Inspector />
        </JourneyInfoProvider>
      </LibraryProvider>
    </EditorStoreProvider>,
  );
  return {
    /** The step's config as the document has it now. */
    config: () => store.getState().canvas.nodes.find(({ id }) => id === step.id)?.config,
    weights: () => store.getState().canvas.edges.map(({ weight }) => weight),
    undo: () => store.getState().undo(),
  };
}
