import { account } from './pt/account.ts';
import { core } from './pt/core.ts';
import { ended } from './pt/ended.ts';
import { faults } from './pt/faults.ts';
import { page } from './pt/page.ts';
import { peopleFirst } from './pt/people-first.ts';
import { servers } from './pt/servers.ts';
import { settings } from './pt/settings.ts';
import { share } from './pt/share.ts';
import { signIn } from './pt/sign-in.ts';
import { sites } from './pt/sites.ts';
import { sound } from './pt/sound.ts';
import { stage } from './pt/stage.ts';
import { truth } from './pt/truth.ts';
import { welcome } from './pt/welcome.ts';
import { who } from './pt/who.ts';
import type { Words } from './words.ts';

export const pt: Words = {
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
