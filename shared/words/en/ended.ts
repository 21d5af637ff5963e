/** After a Space. */
export const ended = {} as const;
