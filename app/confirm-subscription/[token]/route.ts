import { publicPage } from "#http";
import { brandOf, confirmPage, languageOfPage } from "#public-pages";
import { type Confirming, confirmByLink, openConfirming } from "#services/consent";

const view = ({ opened: { workspace, person }, topic, isDone }: Confirming) =>
  confirmPage({
    brand: brandOf(workspace.name, workspace.settings),
    language: languageOfPage(person.traits, workspace.settings),
    ...{ topic, isDone },
  });

/** Confirms a subscription to a topic with double opt-in; opening the address changes nothing. */
export const { GET, POST } = publicPage({
  show: async (token) => {
    const found = await openConfirming(token);
    return found && view(found);
  },
  take: async ({ token }) => {
    const found = await confirmByLink(token);
    return found && view(found);
  },
});
