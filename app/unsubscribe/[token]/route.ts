import { publicPage } from "#http";
import { brandOf, languageOfPage, unsubscribePage } from "#public-pages";
import { openUnsubscribing, type Unsubscribing, unsubscribeByLink } from "#services/consent";

const view = ({ opened: { workspace, person }, topic, channel }: Unsubscribing, state: "asked" | "done" | "undone") =>
  unsubscribePage({
    brand: brandOf(workspace.name, workspace.settings),
    language: languageOfPage(person.traits, workspace.settings),
    ...{ topic, channel, state },
  });

/** One click in a mail program posts here (RFC 8058); opening the address asks first and changes nothing. */
export const { GET, POST } = publicPage({
  show: async (token) => {
    const found = await openUnsubscribing(token);
    return found && view(found, "asked");
  },
  take: async ({ token, form }) => {
    const undo = form.get("action") === "undo";
    const source = form.get("List-Unsubscribe") === "One-Click" ? "one_click" : "link";
    const found = await unsubscribeByLink(token, { source, undo });
    return found && view(found, undo ? "undone" : "done");
  },
});
