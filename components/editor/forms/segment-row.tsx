"use client";

import { ExternalLink } from "lucide-react";
import { Link } from "#ui/link";
import { useLibrary } from "../state/catalog.tsx";
import { Choice } from "./choice.tsx";
import { Row } from "./row.tsx";

/** The segments as options, by key, so that a journey reads the same in another workspace. */
export function useSegmentOptions(current: unknown) {
  const { segments } = useLibrary();
  const options = segments.map((segment) => ({ value: segment.key, label: segment.name }));
  const known = segments.find((segment) => [segment.id, segment.key, String(segment.number)].includes(String(current)));
  const isStray = current !== undefined && current !== "" && !known;
  return {
    options: isStray ? [...options, { value: String(current), label: `${current} (new)` }] : options,
    value: known?.key ?? current,
  };
}

export function SegmentChoice({
  value,
  onChange,
  ...rest
}: {
  value: unknown;
  onChange: (key: string) => void;
  "aria-label"?: string;
  id?: string;
}) {
  const { options, value: key } = useSegmentOptions(value);
  return (
    <Choice
      {...rest}
      value={key}
      onChange={onChange}
      options={options}
      placeholder={options.length === 0 ? "No segments yet" : "Choose a segment"}
    />
  );
}

export function SegmentRow({ name, label }: { name: string; label: string }) {
  return (
    <Row
      name={name}
      label={label}
      hint={
        <Link href="/segments" className="inline-flex items-center gap-1 text-primary-ink hover:underline">
          Manage segments <ExternalLink className="size-3" aria-hidden />
        </Link>
      }
    >
      {({ value, onChange, ref: _ref, ...field }) => <SegmentChoice {...field} value={value} onChange={onChange} />}
    </Row>
  );
}
