type Asked = { readonly workspace: string; readonly topic: string; readonly confirmUrl: string };

/** The mail for topics without content of their own. */
export function confirmationMail({ workspace, topic, confirmUrl }: Asked) {
  const lines = [
    `Somebody, hopefully you, subscribed this address to “${topic}” of ${workspace}.`,
    `Open this page and confirm it:\n${confirmUrl}`,
    "If it was not you, do nothing: you will receive nothing more.",
  ];
  const link = `<a href="${escaped(confirmUrl)}">${escaped(confirmUrl)}</a>`;
  return {
    subject: `Confirm your subscription to ${topic}`.replaceAll(/\s+/g, " "),
    html: lines.map((line) => `<p>${escaped(line).replaceAll(escaped(confirmUrl), link)}</p>`).join("\n"),
    text: `${lines.join("\n\n")}\n`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
