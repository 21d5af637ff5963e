import { account } from './es/account.ts';
import { core } from './es/core.ts';
import { ended } from './es/ended.ts';
import { faults } from './es/faults.ts';
import { page } from './es/page.ts';
import { peopleFirst } from './es/people-first.ts';
import { servers } from './es/servers.ts';
import { settings } from './es/settings.ts';
import { share } from './es/share.ts';
import { signIn } from './es/sign-in.ts';
import { sites } from './es/sites.ts';
import { sound } from './es/sound.ts';
import { stage } from './es/stage.ts';
import { truth } from './es/truth.ts';
import { welcome } from './es/welcome.ts';
import { who } from './es/who.ts';
import type { Words } from './words.ts';

export const es: Words = {
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
