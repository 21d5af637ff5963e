/** What sites take for a large preview. */
export const PICTURE_SIZE = { width: 1200, height: 630 };
