import { labelOf } from "#journey";
import { type JourneyTemplate, templates } from "#journey/templates";

/** Templates in which every word of a search occurs: in the name, category, description, or in what a step is called. */
export function findTemplates(search: string): readonly JourneyTemplate[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return templates.filter((template) => {
    const text = textOf(template);
    return words.every((word) => text.includes(word));
  });
}

const textOf = ({ name, category, description, nodes, content }: JourneyTemplate): string =>
  [name, category, description, ...nodes.map(labelOf), ...content.map(({ subject }) => subject)]
    .join("\n")
    .toLowerCase();
