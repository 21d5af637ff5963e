// How exact "at once" is, the benchmarks say. A test asks whether it is so at all, on any machine, whatever else that one does.

/** How long sound may go on after what ends it, in ms; whatever else would end it takes far longer. */
export const SILENT_WITHIN_MS = 3_000;
/** A voice was not interrupted when it was missed for less, in ms; whoever has to connect anew is away for longer. */
export const GAP_MS = 1_500;
/** How long news may take to those who look, in ms; who asked again by themselves would do so every 20 s. */
export const SHOWN_WITHIN_MS = 5_000;
