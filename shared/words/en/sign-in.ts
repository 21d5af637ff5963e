/** The pages of our server on the way through a sign-in. */
export const signIn = {
  join_title: 'Are these both you? · Perch',
  join_heading: 'Are these both you?',
  join_both: 'Both accounts',
  join_now: 'Signed in now',
  join_question: '{handle} is already on Perch as {other}. Join it with {own}?',
  join_help:
    'Joined, they are one: {own} keeps the identities and blocks of both, and {other} is no more. Before that happens, Perch asks you once more.',
  join_yes: 'Join them',
  join_no: 'Keep them apart',
  signIn_overHelp: 'It took too long or was used before. Close this window and begin again in Perch.',
} as const;
