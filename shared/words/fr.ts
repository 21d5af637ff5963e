import { account } from './fr/account.ts';
import { core } from './fr/core.ts';
import { ended } from './fr/ended.ts';
import { faults } from './fr/faults.ts';
import { page } from './fr/page.ts';
import { peopleFirst } from './fr/people-first.ts';
import { servers } from './fr/servers.ts';
import { settings } from './fr/settings.ts';
import { share } from './fr/share.ts';
import { signIn } from './fr/sign-in.ts';
import { sites } from './fr/sites.ts';
import { sound } from './fr/sound.ts';
import { stage } from './fr/stage.ts';
import { truth } from './fr/truth.ts';
import { welcome } from './fr/welcome.ts';
import { who } from './fr/who.ts';
import type { Words } from './words.ts';

export const fr: Words = {
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
