import { account } from './de/account.ts';
import { core } from './de/core.ts';
import { ended } from './de/ended.ts';
import { faults } from './de/faults.ts';
import { page } from './de/page.ts';
import { peopleFirst } from './de/people-first.ts';
import { servers } from './de/servers.ts';
import { settings } from './de/settings.ts';
import { share } from './de/share.ts';
import { signIn } from './de/sign-in.ts';
import { sites } from './de/sites.ts';
import { sound } from './de/sound.ts';
import { stage } from './de/stage.ts';
import { truth } from './de/truth.ts';
import { welcome } from './de/welcome.ts';
import { who } from './de/who.ts';
import type { Words } from './words.ts';

export const de: Words = {
  ...account,
  ...core,
  ...ended,
  ...faults,
  ...page,
  ...peopleFirst,
  ...servers,
  ...settings,
  ...share,
  ...signIn,
  ...sites,
  ...sound,
  ...stage,
  ...truth,
  ...welcome,
  ...who,
};
