import { account } from './en/account.ts';
import { core } from './en/core.ts';
import { ended } from './en/ended.ts';
import { faults } from './en/faults.ts';
import { page } from './en/page.ts';
import { peopleFirst } from './en/people-first.ts';
import { servers } from './en/servers.ts';
import { settings } from './en/settings.ts';
import { share } from './en/share.ts';
import { signIn } from './en/sign-in.ts';
import { sites } from './en/sites.ts';
import { sound } from './en/sound.ts';
import { stage } from './en/stage.ts';
import { truth } from './en/truth.ts';
import { welcome } from './en/welcome.ts';
import { who } from './en/who.ts';

/** English, the catalogue that gives the others their type. Write for a person: what happened, what still works, what to do. */
export const en = {
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
} as const;
