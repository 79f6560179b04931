import type { QueryClient } from "@tanstack/react-query";
import { ApiProblem, api, type JourneyDetail, keys, type Me, type One, problemMessage, saveCanvas } from "#data";
import { canvasOf } from "#journey";
import type { DraftServer } from "./draft.ts";
import type { SaveFailure } from "./save-state.ts";

/** Saves and fetches over the HTTP API; what it answers lands in the pages' cache. */
export function draftServer(
  client: () => QueryClient,
  onSaved: (journeyId: string, revision: number) => void,
): DraftServer {
  return {
    put: (journeyId, canvas, revision) =>
      orFailure(async () => {
        const saved = await saveCanvas(journeyId, canvas, revision);
        client().setQueryData<JourneyDetail>(keys.journey(journeyId), (old) => ({ ...old, ...saved.data }));
        onSaved(journeyId, saved.data.revision);
        return { revision: saved.data.revision, problems: saved.warnings ?? [] };
      }),
    fetch: (journeyId) =>
      orFailure(async () => {
        const { data } = await api.get<One<JourneyDetail>>(`/api/journeys/${journeyId}`);
        const { id, name, revision } = data;
        return { id, name, canvas: canvasOf(data), revision };
      }),
    whoIsIn: () =>
      orFailure(async () => {
        const { user, workspace } = (await api.get<One<Me>>("/api/me")).data;
        return { userId: user.id, workspaceId: workspace.id };
      }),
  };
}

async function orFailure<Answer>(ask: () => Promise<Answer>): Promise<Answer | SaveFailure> {
  try {
    return await ask();
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): SaveFailure {
  if (!(error instanceof ApiProblem)) return { reason: "refused", message: problemMessage(error) };
  const { status } = error;
  if (status === 412) return { reason: "conflict" };
  if (status === 401) return { reason: "signed_out" };
  if (status === 404) return { reason: "gone" };
  if (status === 0 || status === 408 || status === 429 || status >= 500) return { reason: "unreachable" };
  return { reason: "refused", message: problemMessage(error) };
}
