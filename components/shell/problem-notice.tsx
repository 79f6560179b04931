import { ApiProblem, problemMessage } from "#data";
import { Notice } from "./notice.tsx";

const SHOWN = 8;

/** What the server refused: one sentence, or a list of them when several fields are concerned. */
export function ProblemNotice({ error, lead }: { error: unknown; lead?: string }) {
  const errors = error instanceof ApiProblem ? error.errors : [];
  if (errors.length < 2) return <Notice tone="destructive">{problemMessage(error)}</Notice>;
  const messages = [...new Set(errors.map((entry) => entry.message))];
  return (
    <Notice tone="destructive">
      {lead ? <p className="font-medium">{lead}</p> : null}
      <ul className="list-disc pl-4">
        {messages.slice(0, SHOWN).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      {messages.length > SHOWN ? <p>… and {messages.length - SHOWN} more</p> : null}
    </Notice>
  );
}
