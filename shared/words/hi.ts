import { account } from './hi/account.ts';
import { core } from './hi/core.ts';
import { ended } from './hi/ended.ts';
import { faults } from './hi/faults.ts';
import { page } from './hi/page.ts';
import { peopleFirst } from './hi/people-first.ts';
import { servers } from './hi/servers.ts';
import { settings } from './hi/settings.ts';
import { share } from './hi/share.ts';
import { signIn } from './hi/sign-in.ts';
import { sites } from './hi/sites.ts';
import { sound } from './hi/sound.ts';
import { stage } from './hi/stage.ts';
import { truth } from './hi/truth.ts';
import { welcome } from './hi/welcome.ts';
import { who } from './hi/who.ts';
import type { Words } from './words.ts';

export const hi: Words = {
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
