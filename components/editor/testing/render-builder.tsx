import { useState } from "react";
import { expect } from "vitest";
import { page } from "vitest/browser";
import { type JourneyDetail, useJourney } from "#data";
import { useDraftKeeping } from "#drafts";
import type { Canvas } from "#journey";
import { newJourney, render } from "#rendering";
import { BuildView } from "../build-view.tsx";
import { createSession, type Session } from "../saving/session.ts";

export type Built = {
  journeyId: string;
  /** The draft as it is in the editor now. */
  canvas: () => Canvas;
};

/** The whole draft editor of a new journey with this canvas, as tall as a page. */
export async function renderBuilder(canvas: Canvas): Promise<Built> {
  const { id, revision } = await newJourney("Welcome");
  const saved = await fetch(`/api/journeys/${id}/canvas`, {
    method: "PUT",
    headers: { "content-type": "application/json", "if-match": `"${revision}"` },
    body: JSON.stringify(canvas),
  });
  if (!saved.ok) throw new Error(await saved.text());
  let session: Session | null = null;
  render(
    <div style={{ position: "fixed", inset: 0, display: "flex" }}>
      <Builder journeyId={id} onSession={(made) => (session = made)} />
    </div>,
  );
  // Until the role is known the editor is read-only.
  await expect.element(page.getByRole("navigation", { name: "Steps" }), { timeout: 10_000 }).toBeVisible();
  return { journeyId: id, canvas: () => session?.store.getState().canvas ?? { nodes: [], edges: [] } };
}

type BuilderProps = { journeyId: string; onSession: (session: Session) => void };

function Builder({ journeyId, onSession }: BuilderProps) {
  const journey = useJourney(journeyId).data;
  return journey ? <Opened journey={journey} onSession={onSession} /> : null;
}

function Opened({ journey, onSession }: { journey: JourneyDetail; onSession: (session: Session) => void }) {
  const keeping = useDraftKeeping();
  const [session] = useState(() => {
    const made = createSession(journey, (opened) => keeping().drafts.open(opened));
    onSession(made);
    return made;
  });
  return <BuildView journey={journey} session={session} />;
}
