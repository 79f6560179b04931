/** What the engine would be handed about people and their workspace, read without touching anything. */
export { loadChosen } from "./load-chosen.ts";
export { loadFinishedEnrollments, loadPositions, loadQueued } from "./load-enrollments.ts";
export { loadEvents } from "./load-events.ts";
export { loadPersons } from "./load-persons.ts";
export { type FactWorld, loadPrograms, loadWorld } from "./load-world.ts";
export { peopleOf } from "./people-of.ts";
