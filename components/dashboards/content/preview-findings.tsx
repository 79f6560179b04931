import type { ContentPreview } from "#data";
import { Notice } from "#shell";

/** What publishing would refuse or warn of, and variables that nobody has. */
export function PreviewFindings({ preview }: { preview: ContentPreview }) {
  const { findings, unknown } = preview;
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity === "warning");
  return (
    <>
      {errors.length > 0 ? (
        <Notice tone="destructive">
          <Findings findings={errors} />
        </Notice>
      ) : null}
      {unknown.length > 0 ? (
        <Notice>
          Unknown here:{" "}
          {unknown.map((name, at) => (
            <span key={name}>
              {at > 0 ? ", " : null}
              <code className="break-all font-mono text-xs">{name}</code>
            </span>
          ))}
          . No person has them, and no step sets them, so nothing is printed.
        </Notice>
      ) : null}
      {warnings.length > 0 ? (
        <Notice>
          <Findings findings={warnings} />
        </Notice>
      ) : null}
    </>
  );
}

function Findings({ findings }: { findings: ContentPreview["findings"] }) {
  return (
    <ul className="grid gap-1">
      {findings.map(({ pointer, message, line }) => (
        <li key={`${pointer} ${line} ${message}`}>
          <code className="font-mono text-xs">{pointer.slice(1)}</code>
          {line === null ? ": " : `, line ${line}: `}
          {message}
        </li>
      ))}
    </ul>
  );
}
