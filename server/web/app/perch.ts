import { signal, type ReadonlySignal } from '@preact/signals';
import { outcomeOf } from '#shared/client/fault.ts';
import type { Outcome, View } from '#shared/schema/view.ts';
import type { Perch } from '#shared/ui/perch.ts';
import type { StageDesk } from '#shared/ui/stage-desk.ts';
import type { Catalogue } from '#shared/words/words.ts';
import { shareOn } from './keep/kept.ts';
import type { Shelf } from './keep/shelf.ts';
import { createLevels } from './media/levels.ts';
import type { PageMicrophone } from './media/page-microphone.ts';
import type { Shell } from './shell.ts';

interface PerchParts {
  view: ReadonlySignal<View>;
  microphone: PageMicrophone | null;
  shelf: Shelf;
  catalogue: ReadonlySignal<Catalogue>;
  desk: StageDesk | null;
}

const FINE: Outcome = { fault: null };
const refuse = async (): Promise<Outcome> => ({ fault: 'forbidden' });

/** The page's own answers to all that the shared UI can ask for. Nobody hosts from here. */
export function createPerch(shell: Shell, { view, microphone, shelf, catalogue, desk }: PerchParts): Perch {
  const { room, flow, host, watch, account } = shell;
  return {
    catalogue,
    view,
    room,
    ...createLevels(() => host.levels()),
    join: (spaceId, answers) => outcomeOf(() => flow.join(spaceId, answers)),
    ahead: null,
    leave: () => outcomeOf(() => flow.leave()),
    host: refuse,
    end: () => outcomeOf(() => flow.end()),
    setMicrophone(on) {
      const turn = () => outcomeOf(() => flow.microphone(on));
      if (!microphone) return refuse();
      return on ? microphone.wanted(turn) : turn();
    },
    openMicrophonePage: null,
    setVolume: async (volume) => host.setVolume(volume),
    setSilenced: async (on) => host.setSilenced(on),
    dismiss: () => host.dismiss(),
    // The page is the server's own: nobody learns anything from a picture that it shows.
    picture: (id) => signal(`${view.value.server}/v1/pictures/${id}`),
    refresh: async () => ({ fault: await watch.refresh() }),
    openOptions: null,
    // A framed player has no room for it.
    sound: desk && shell.sound,
    desk,
    account: account && (async () => account.desk),
    bar: null,
    share: desk && shareOn(shelf),
    openPopup: async () => FINE,
  };
}
