import { account } from './ja/account.ts';
import { core } from './ja/core.ts';
import { ended } from './ja/ended.ts';
import { faults } from './ja/faults.ts';
import { page } from './ja/page.ts';
import { peopleFirst } from './ja/people-first.ts';
import { servers } from './ja/servers.ts';
import { settings } from './ja/settings.ts';
import { share } from './ja/share.ts';
import { signIn } from './ja/sign-in.ts';
import { sites } from './ja/sites.ts';
import { sound } from './ja/sound.ts';
import { stage } from './ja/stage.ts';
import { truth } from './ja/truth.ts';
import { welcome } from './ja/welcome.ts';
import { who } from './ja/who.ts';
import type { Words } from './words.ts';

export const ja: Words = {
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
