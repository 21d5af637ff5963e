import { defineBackground } from 'wxt/utils/define-background';
import { answerCommands } from '../background/answer-commands.ts';
import { Background, CLOSE_HOST } from '../background/background.ts';
import { listenForWakers } from '../platform/lifecycle.ts';

export default defineBackground({
  type: 'module',
  main() {
    const background = new Background();
    answerCommands(background);
    const whenReady = (act: () => Promise<void>) => void background.ready.then(act);
    listenForWakers({
      onAlarm: (name) =>
        whenReady(async () => (name === CLOSE_HOST ? background.closeIdleHost() : undefined)),
      onLastWindowClosed: () => whenReady(() => background.handleLastWindowClosed()),
      onTabClosed: () => whenReady(() => background.handleTabClosed()),
      onUpdateAvailable: () => whenReady(async () => background.handleUpdate()),
    });
  },
});
