/** How loud the Space and each person are, and by which devices. */
export const sound = {} as const;
