import { defineBackground } from 'wxt/utils/define-background';
import { answerCommands } from '../background/answer-commands.ts';
import { Background } from '../background/background.ts';
import { CLOSE_HOST } from '../background/host-keeper.ts';
import { listenForWakers } from '../platform/lifecycle.ts';

export default defineBackground({
  type: 'module',
  main() {
    const background = new Background();
    answerCommands(background);
    const whenReady = (act: () => Promise<void>) => void background.ready.then(act);
    listenForWakers({
      onAlarm: (name) =>
        whenReady(async () => (name === CLOSE_HOST ? background.host.closeIdle() : undefined)),
      onLastWindowClosed: () => whenReady(() => background.handleLastWindowClosed()),
      onTabClosed: () => whenReady(() => background.host.handleTabClosed()),
      onUpdateAvailable: () => whenReady(async () => background.handleUpdate()),
    });
  },
});
