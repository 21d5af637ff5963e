import type { Listed, View } from '#shared/schema/view.ts';

/** Followed people come first, then those who were seen. */
const rankOf = ({ why }: Listed) => (why ? Number(why.is === 'seen') : 2);

/** The list as one page has it: where somebody is on stage whose post was seen there, by participant id, the Space comes after those of followed people. */
export function withSeen(view: View, seen: ReadonlySet<string>): View {
  const spaces = view.list.spaces.map((card): Listed => {
    const one = card.why ? null : card.stage.find(({ pid }) => seen.has(pid));
    return one ? { ...card, why: { ...one, is: 'seen' } } : card;
  });
  return { ...view, list: { ...view.list, spaces: spaces.toSorted((a, b) => rankOf(a) - rankOf(b)) } };
}
