import { render } from 'preact';
import { captureOf } from '#shared/room/capture.ts';
import { ShellContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import type { Perch } from '#shared/ui/perch.ts';
import { FAR_OFFICE } from '../../host/far-office.ts';
import { HostMount } from '../../host/host-mount.ts';
import { readCatalogue } from '../../platform/catalogue.ts';
import { connectDesk } from '../../platform/desk.ts';
import { answer } from '../../platform/messaging.ts';
import { send as sendAsPage } from '../../platform/page-messaging.ts';
import { PAGE_VERBS } from '../../platform/page-verbs.ts';
import { connectPerch } from '../../platform/perch.ts';
import { connectShare } from '../../platform/share.ts';
import { connectSound } from '../../platform/sound-desk.ts';
import { stageMessenger } from '../../platform/stage-messaging.ts';
import { closeThisTab, showThisWindow } from '../../platform/tabs.ts';
import { wearLanguage } from '../../platform/wear-language.ts';
import { watchGrant } from '../microphone/watch-grant.ts';
import { StageMicrophone } from './stage-microphone.ts';
import { StageSeat } from './stage-seat.ts';
import { StageWindow } from './stage-window.tsx';

const closed = new AbortController();
addEventListener('pagehide', () => closed.abort(), { once: true });
const close = () => void closeThisTab();

const [view, desk, sound, share] = await Promise.all([
  connectPerch('popup', readCatalogue, closed.signal),
  connectDesk(closed.signal),
  connectSound(closed.signal),
  connectShare(),
]);

const microphone = new StageMicrophone();
const mount: HostMount = new HostMount({
  office: { ...FAR_OFFICE, setMicrophone: (on) => void seat.setMicrophone(on) },
  microphone,
  answer: (commands) => answer({ ...commands, 'host:microphone': ({ on }) => seat.setMicrophone(on) }),
});
const seat = new StageSeat({
  microphone,
  host: mount.host,
  serve: () => mount.serve(),
  capture: () => captureOf({ ...sound.settings.value, ducked: false, voices: {} }),
  grant: (granted) => stageMessenger.send('background:stageGrant', { granted }),
  askAgain: () => stageMessenger.send('background:stageAgain', {}),
  close,
});

const perch: Perch = {
  ...view,
  ...PAGE_VERBS,
  // This window asks by itself.
  openMicrophonePage: async (what) => {
    if (what?.check) return sendAsPage('background:openMicrophone', what);
    void seat.ask();
    return { fault: null };
  },
  sound,
  desk,
  account: null,
  bar: null,
  share,
};
wearLanguage(perch.catalogue);
const deeds = createDeeds();
function Window() {
  return <StageWindow asking={seat.asking.value} onAsk={() => void seat.again()} onClose={close} />;
}
render(
  <ShellContext.Provider value={{ perch, deeds }}>
    <Window />
  </ShellContext.Provider>,
  document.getElementById('app')!,
);
void seat.ask();
void watchGrant(() => {
  if (seat.asking.value !== 'denied') return;
  void seat.ask();
  // What stands before it is the tab where that was allowed.
  void showThisWindow();
}, closed.signal);
