import type { AuditEntry } from "#data";

/** First words of actions, as the page calls these things; also the choices of the filter. */
export const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  account: "Account",
  alert: "Alert",
  broadcast: "Broadcast",
  campaign: "Campaign",
  channel: "Channel",
  consent: "Consent",
  content: "Content",
  decision_flow: "Decision flow",
  delivery: "Delivery",
  engine: "Engine",
  enrollment: "Enrollment",
  image: "Picture",
  journey: "Journey",
  journeys: "Journeys",
  key: "Secret key",
  member: "Member",
  message: "Message",
  offer: "Offer",
  operation: "Operation",
  people: "People",
  person: "Person",
  plan: "Plan",
  provider: "Provider",
  saved_view: "Saved view",
  segment: "Segment",
  "sender-identity": "Sender",
  sending_policies: "Sending policies",
  signals: "Signals",
  site: "Site",
  split: "Split",
  suppression: "Suppression",
  topic: "Topic",
  workspace: "Workspace",
};

const VERBS: Readonly<Record<string, string>> = {
  accept: "invitation accepted",
  activate: "activated",
  add: "added",
  add_authenticator_app: "authenticator app added",
  add_passkey: "passkey added",
  archive: "archived",
  canvas: "canvas saved",
  change: "changed",
  change_password: "password changed",
  connect_sign_on: "identity provider connected",
  create: "created",
  delete: "deleted",
  end_second_factor: "second factor ended",
  end_session: "signed out on a device",
  end_sessions: "signed out on other devices",
  enroll: "people enrolled",
  erase: "erased",
  import: "imported",
  invite: "invited",
  pause: "paused",
  publish: "published",
  remove: "removed",
  remove_authenticator_app: "authenticator app removed",
  remove_passkey: "passkey removed",
  renew_backup_codes: "backup codes made again",
  reset: "reset by the operator",
  restore: "restored",
  resume: "resumed",
  revoke: "revoked",
  set_password: "first password set",
  set_up: "set up",
  stop: "stopped",
  update: "changed",
  verify: "verified",
};

/** An action in words: `journey.publish` is “Journey published”. Unknown ones are told with their own words. */
export function actionWords(action: string): string {
  const [subject = "", ...rest] = action.split(".");
  const verb = rest.join(" ");
  return `${SUBJECT_WORDS[subject] ?? spaced(subject)} ${VERBS[verb] ?? spaced(verb)}`.trim();
}

const spaced = (text: string): string => text.replaceAll(/[_-]/g, " ");

/** A member by address, a key by its name, or Sojourn itself. */
export function actorWords({ actor: { kind, id, name } }: AuditEntry): string {
  if (kind === "system") return "Sojourn";
  if (name) return kind === "key" ? `Key “${name}”` : name;
  return kind === "key" ? `Key ${id}` : `Member ${id}`;
}
