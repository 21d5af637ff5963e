/** The page after installing. */
export const welcome = {} as const;
