/** The Mastodon server that the reader is signed in at. */
export const SERVER = 'social.example';
