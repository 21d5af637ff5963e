import { click, fill, find, itemsOf, untilGone, untilShown, untilText } from './accessible.ts';
import { MICROPHONE, PLAYER } from './perch.ts';
import { until } from './until.ts';
import type { Screen } from './view.ts';

/** The names by which people and tests find things about the stage (English). */
export const REQUEST = { role: 'button', name: 'Request to speak' };
const CANCEL_REQUEST = { role: 'button', name: 'Cancel request' };
const PEOPLE = { role: 'button', name: /^People/ };
export const MUTE_ALL = { role: 'button', name: 'Mute all' };
const BACK = { role: 'button', name: 'Back' };
const REQUEST_TEXT = { role: 'textbox', name: 'What would you like to say?' };
const LEAVE_STAGE = { role: 'button', name: 'Leave the stage' };

type PersonList = 'Host' | 'Co-hosts' | 'Speakers' | 'Requests' | 'Listeners';

/** Asks to speak; done once the request stands in the queue. */
export async function requestToSpeak(popup: Screen, text: string): Promise<void> {
  await click(popup, REQUEST);
  await fill(popup, REQUEST_TEXT, text);
  await click(popup, { role: 'button', name: 'Send request' });
  await untilShown(popup, CANCEL_REQUEST);
}

async function openPeople(popup: Screen): Promise<void> {
  if (await find(popup, BACK)) return;
  await click(popup, PEOPLE);
  await untilShown(popup, BACK);
}

export async function closePeople(popup: Screen): Promise<void> {
  if (await find(popup, BACK)) await click(popup, BACK);
  await untilShown(popup, PLAYER);
}

/** Waits until the list of people holds so many, and answers what each row says. */
export async function untilListed(popup: Screen, list: PersonList, count: number): Promise<string[]> {
  await openPeople(popup);
  return until(`${count} in the list "${list}"`, async () => {
    const rows = (await itemsOf(popup, list)) ?? [];
    return rows.length === count && rows;
  });
}

/** Brings up whoever asks; answers when it was clicked. */
export async function approve(popup: Screen, name: string | RegExp, { times = 1 } = {}): Promise<number> {
  await openPeople(popup);
  const button = { role: 'button', name: /^Approve/, inside: { role: 'listitem', text: name } };
  return click(popup, button, { times });
}

/** Chooses from somebody's menu in the list of people; answers when. */
export async function actionOn(popup: Screen, name: string, action: string): Promise<number> {
  await openPeople(popup);
  await click(popup, { role: 'button', name: `Actions for ${name}` });
  return click(popup, { role: 'menuitem', name: action });
}

export async function untilInvited(popup: Screen, by: string): Promise<void> {
  await untilShown(popup, { role: 'alertdialog', name: `${by} invites you to speak` });
}

export async function accept(popup: Screen): Promise<void> {
  await click(popup, { role: 'button', name: 'Join the stage' });
  await untilOnStage(popup);
}

/** Waits until an open popup has said that one came on stage; the line moves what stands below it. */
export async function untilOnStage(popup: Screen): Promise<void> {
  await untilText(popup, /^You are on stage\. Your microphone is off\.$/);
  await untilShown(popup, MICROPHONE);
}

export async function decline(popup: Screen): Promise<void> {
  await click(popup, { role: 'button', name: 'Not now' });
  await untilGone(popup, { role: 'alertdialog', name: /invites you/ });
}

/** Back among the listeners, by the own wish; answers when it was clicked. */
export async function leaveStage(popup: Screen): Promise<number> {
  const at = await click(popup, LEAVE_STAGE);
  await untilGone(popup, MICROPHONE);
  return at;
}

/** Answers when it was confirmed. */
export async function remove(popup: Screen, name: string): Promise<number> {
  await actionOn(popup, name, 'Remove');
  return click(popup, {
    role: 'button',
    name: 'Remove',
    inside: { role: 'alertdialog', text: `Remove ${name} from this Space?` },
  });
}
