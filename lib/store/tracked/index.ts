export { hasTracked, setTrackedAside, type Tracked, takeTracked } from "./take.ts";
