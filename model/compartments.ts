/** Compartments that have a meaning of their own; all others are names that the office gives. */
export const general = 'general';
export const informantsCompartment = 'informants';
