import '#shared/ui/account/account.css';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { DeleteAccount } from '#shared/ui/account/delete-account.tsx';
import { Devices } from '#shared/ui/account/devices.tsx';
import { IdentityList } from '#shared/ui/account/identity-list.tsx';
import { MeFault } from '#shared/ui/account/me-fault.tsx';
import { MergeSheet } from '#shared/ui/account/merge-sheet.tsx';
import { DoneNews, FailedNews, UnderWay } from '#shared/ui/account/news.tsx';
import { OwnName } from '#shared/ui/account/own-name.tsx';
import { SignInForm } from '#shared/ui/account/sign-in-form.tsx';
import { SignOut } from '#shared/ui/account/sign-out.tsx';
import { useMe, type Me } from '#shared/ui/account/use-me.ts';
import { Button } from '#shared/ui/button.tsx';
import { PartContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import type { PartProps } from './options-page.tsx';
import { Section } from './section.tsx';

/** Who the person is at their server, and all they can do about it. */
export function AccountSection({ options, say: t }: PartProps) {
  const { catalogue, picture } = options;
  const part = useMemo(() => ({ catalogue, picture, deeds: createDeeds() }), []);
  return (
    <Section part="account" title={t('account')}>
      <PartContext.Provider value={part}>
        <div class="account">
          <Inside options={options} say={t} />
        </div>
      </PartContext.Provider>
    </Section>
  );
}

function Inside({ options: { account: desk, isInSpace }, say: t }: PartProps) {
  const me = useMe(desk);
  const news = desk.news.value;
  const forget = () => void desk.forgetSignIn();
  if (news?.is === 'under-way') return <UnderWay desk={desk} wish={news.wish} onCancel={forget} />;
  return (
    <>
      {news?.is === 'done' && (
        <DoneNews news={news}>
          <Button look="quiet" onClick={forget}>
            {t('close')}
          </Button>
        </DoneNews>
      )}
      {news?.is === 'taken' && <MergeSheet desk={desk} news={news} />}
      <WhoPart desk={desk} me={me} isInSpace={isInSpace.value} say={t} />
    </>
  );
}

interface WhoProps {
  desk: PartProps['options']['account'];
  me: Me;
  isInSpace: boolean;
  say: PartProps['say'];
}

function WhoPart({ desk, me, isInSpace, say: t }: WhoProps) {
  const isAdding = useSignal(false);
  const news = desk.news.value;
  const isDone = news?.is === 'done';
  useEffect(() => {
    if (isDone) isAdding.value = false;
  }, [isDone]);
  const { account } = me;
  const isSignedOut = me.fault === 'unauthenticated';
  if (me.fault && !isSignedOut) return <MeFault me={me} />;
  if (me.isLoading) return null;
  const failed = news?.is === 'failed' ? news : null;
  const form = <SignInForm desk={desk} next="settings" last={failed?.wish} hasFocus={isAdding.value} />;
  const why = failed ?? (isSignedOut ? { fault: me.fault! } : null);
  if (!account || isSignedOut) {
    return (
      <>
        {why ? <FailedNews {...why} /> : <p class="sign-in-lead">{t('signInLead')}</p>}
        <p class="sign-in-note">{t('signInSees')}</p>
        {form}
      </>
    );
  }
  return (
    <>
      <OwnName desk={desk} me={me} account={account} />
      {why && <FailedNews {...why} />}
      <IdentityList desk={desk} me={me} account={account} isInSpace={isInSpace}>
        {isAdding.value ? (
          form
        ) : (
          <Button look="quiet" onClick={() => (isAdding.value = true)}>
            {t('addAccount')}
          </Button>
        )}
      </IdentityList>
      <Devices desk={desk} />
      <SignOut desk={desk} isInSpace={isInSpace} onOut={() => void me.load()} />
      <DeleteAccount desk={desk} account={account} onGone={() => void me.load()} />
    </>
  );
}
