export { createScaffold, type GraphChange, type Scaffold, updateGraph } from "./graph.ts";
export { addNode, type NodeChange, removeNode, updateNode } from "./nodes.ts";
export { addTransition, removeTransition, type TransitionChange, updateTransition } from "./transitions.ts";
