import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MyAccount } from '#shared/schema/account.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import { usePart } from '../context.ts';
import type { Outcome } from '#shared/schema/view.ts';
import type { AccountDesk } from './account-desk.ts';

export interface Me {
  /** Null until it has come, and for whoever has no account with an identity. */
  account: MyAccount | null;
  isLoading: boolean;
  fault: FaultCode | null;
  load(): Promise<void>;
  /** Does something about the account, and looks at it again; true when it went well. */
  act(deed: string, verb: () => Promise<Outcome>): Promise<boolean>;
}

/** The person's account as the server has it, asked anew whenever a sign-in comes to something. */
export function useMe(desk: AccountDesk): Me {
  const { deeds } = usePart();
  const state = useSignal<Pick<Me, 'account' | 'isLoading' | 'fault'>>({
    account: null,
    isLoading: true,
    fault: null,
  });
  const load = async () => {
    const { found, fault } = await desk.me();
    const account = fault ? state.peek().account : found;
    state.value = { account: account?.guest ? null : account, isLoading: false, fault };
  };
  const { value: news } = desk.news;
  useEffect(() => {
    if (news?.is !== 'under-way') void load();
  }, [news]);
  return {
    ...state.value,
    load,
    async act(deed, verb) {
      const isDone = await deeds.run(`account:${deed}`, verb);
      if (isDone) await load();
      return isDone;
    },
  };
}
