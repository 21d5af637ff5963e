/** The pages of our server on the way through a sign-in. */
export const signInEn = {
  join_title: 'Join two accounts? · Perch',
  join_question: '{handle} is already on Perch as {other}. Join it with {own}?',
  join_help:
    'Joined, they are one: {own} keeps the identities, blocks and Spaces of both, and {other} is no more.',
  join_yes: 'Join them',
  join_no: 'Keep them apart',
  join_note: 'Nothing happens yet. Perch asks you once more before the two become one.',
  signIn_overHelp: 'It took too long or was used before. Close this window and begin again in Perch.',
} as const;
