import { EventVariables, renamePaths, writePath } from "../liquid.ts";

const LOOKUP = /\b(person|event)((?:\.[\w$]+)*)\s*\|\s*lookup\s*:\s*("[^"]*"|'[^']*')/g;
const REMOVED =
  /\{%-?\s*(?:unsubscribe|unsubscribe_link|manage_preferences|manage_preferences_link|web_view|web_view_link|view_in_browser)\b[\s\S]*?%\}/g;
const PROFILE = new Set(["first_name", "last_name", "email", "phone_number", "title"]);

/** Translates the texts of one step: Django's templates, as far as they are written as in Liquid. */
export class Texts {
  readonly variables = new EventVariables();
  readonly #reasons = new Set<string>();

  get reasons(): readonly string[] {
    return [...this.#reasons];
  }

  translate(source: string): string {
    const plain = source
      .replace(LOOKUP, (_, root: string, rest: string, key: string) => `${root}${rest}[${key}]`)
      .replace(REMOVED, () => {
        this.#reasons.add("Its links to unsubscribe or to view it are left out, because nothing here says the same.");
        return "";
      });
    return renamePaths(plain, ({ root, parts }) => {
      if (root === "person") return writePath("person.traits", parts);
      if (root === "event") return parts.length > 0 ? this.variables.use(parts) : null;
      if (root === "organization" && parts[0] === "name") return "workspace.name";
      return parts.length === 0 && PROFILE.has(root) ? writePath("person.traits", [root]) : null;
    });
  }
}
