export { canvasOf, withoutLostSteps } from "./annotations.ts";
export { type CanvasInput, type CompletedCanvas, type CompleteOptions, completeCanvas } from "./complete-canvas.ts";
export { AnnotationInput, EdgeInput, NodeInput } from "./input.ts";
export { baseName, edgeName, freeName } from "./names.ts";
export { type StructureProblem, structureProblem } from "./structure-problem.ts";
export { tidyDocument, tidyGoal, tidySettings } from "./tidy.ts";
export { findUnstorable } from "./unstorable.ts";
