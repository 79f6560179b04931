export { insertContentRevision, readContentRevision, readEarlierRevisions } from "./rows.ts";
