/** The settings, and what they export and take in. */
export const settings = {} as const;
