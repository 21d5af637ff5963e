import { authorOf } from './people.ts';
import { addPost } from './posts.ts';

interface Live {
  spaces: { id: string; title: string; stage: { name: string }[] }[];
}

/** Somebody who is live says so in a post, with the link, as people do. Resolves to whether there is one. */
export async function postLiveSpace(handle: string): Promise<boolean> {
  const author = authorOf(handle);
  const response = await fetch('/v1/live').catch(() => null);
  if (!author || !response?.ok) return false;
  const { spaces } = (await response.json()) as Live;
  const space = spaces.find(({ stage }) => stage.some(({ name }) => name === author.name));
  if (!space) return false;
  const link = { url: `${location.origin}/s/${space.id}`, title: space.title, host: author.name };
  addPost(author, 'Kettle on, microphones on. Come in, sit down, say nothing if you like:', link);
  return true;
}
