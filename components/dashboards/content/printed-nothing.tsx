import { Notice } from "#shell";

type PrintedNothingProps = { empty: readonly string[]; notFinite: readonly string[] };

/** Says which variables of a preview were empty: in the text itself nothing shows where they stood. */
export function PrintedNothing({ empty, notFinite }: PrintedNothingProps) {
  if (empty.length === 0 && notFinite.length === 0) return null;
  return (
    <Notice>
      {empty.length > 0 ? <p>Empty for this person: {listed(empty)}.</p> : null}
      {notFinite.length > 0 ? <p>Not a number, so nothing is printed: {listed(notFinite)}.</p> : null}
    </Notice>
  );
}

function listed(names: readonly string[]) {
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 ? ", " : null}
      <code className="break-all font-mono text-xs">{name}</code>
    </span>
  ));
}
