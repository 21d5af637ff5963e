/** What the connection and the microphone are really doing. */
export const truth = {} as const;
