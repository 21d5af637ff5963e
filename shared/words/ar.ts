import { account } from './ar/account.ts';
import { core } from './ar/core.ts';
import { ended } from './ar/ended.ts';
import { faults } from './ar/faults.ts';
import { page } from './ar/page.ts';
import { peopleFirst } from './ar/people-first.ts';
import { servers } from './ar/servers.ts';
import { settings } from './ar/settings.ts';
import { share } from './ar/share.ts';
import { signIn } from './ar/sign-in.ts';
import { sites } from './ar/sites.ts';
import { sound } from './ar/sound.ts';
import { stage } from './ar/stage.ts';
import { truth } from './ar/truth.ts';
import { welcome } from './ar/welcome.ts';
import { who } from './ar/who.ts';
import type { Words } from './words.ts';

export const ar: Words = {
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
