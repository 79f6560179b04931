/** Under this zoom steps show their shape only. */
export const FAR = 0.5;
/** Under this one only their colour. */
export const VERY_FAR = 0.28;
/** From this number of steps on, only steps in view are drawn; with fewer, drawing all is smoother. */
export const MANY = 150;
/** Steps that are put into the page at once when the canvas comes closer: about ten milliseconds of work. */
export const SLICE = 24;
