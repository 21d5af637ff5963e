import { defineBackground } from 'wxt/utils/define-background';
import { answerCommands } from '../background/answer-commands.ts';
import { Background } from '../background/background.ts';
import { BROWSER_GATES } from '../background/browser-gates.ts';
import { enterFixed, leaveFixed } from '../background/fixed-access.ts';
import { CLOSE_HOST } from '../background/host-keeper.ts';
import { obeyShortcut } from '../background/shortcuts.ts';
import { SiteAccess } from '../background/site-access.ts';
import { COUNT_AGES } from '../background/toolbar-keeper.ts';
import { closeStorage } from '../platform/close-storage.ts';
import { listenForWakers } from '../platform/lifecycle.ts';
import { listenForGrants } from '../platform/site-access.ts';
import { openWelcome } from '../platform/welcome.ts';

export default defineBackground({
  type: 'module',
  main() {
    void closeStorage();
    const background = new Background();
    const access = new SiteAccess(BROWSER_GATES);
    answerCommands(background, access);
    listenForGrants(
      (hosts) => {
        void access.reconcile();
        void enterFixed(hosts);
      },
      (hosts) => {
        void access.drop(hosts);
        void leaveFixed(hosts);
      },
    );
    // Hosts may have been given or taken while nobody was awake to hear of it.
    void access.reconcile();
    const whenReady = (act: () => Promise<void>) => void background.ready.then(act);
    listenForWakers({
      onAlarm: (name) =>
        whenReady(async () => {
          if (name === CLOSE_HOST) await background.host.closeIdle();
          if (name === COUNT_AGES) await background.toolbar.show();
        }),
      onLastWindowClosed: () => whenReady(() => background.handleLastWindowClosed()),
      onTabClosed: (tabId) => whenReady(() => background.host.handleTabClosed(tabId)),
      onShortcut: (name) => void obeyShortcut(background, name),
      onUpdateAvailable: () => whenReady(async () => background.update.arrive()),
      // The demo is set up already and shows its timeline; a tab in front would take its place, and that of tests.
      onInstalled: () => void (import.meta.env.PERCH_DEMO || openWelcome()),
    });
  },
});
