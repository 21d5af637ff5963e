import type { Handle, KnownAccount, Witness } from '#shared/schema/moderation.ts';
import { colourOf, initialOf } from '#shared/words/face.ts';
import { FOR_EVER } from '#shared/schema/moderation.ts';
import { useVoice, type Voice } from '../words.ts';

/** Somebody in a report: who they were then, and what is different now. */
export function Person({ id, who }: { id: string; who: Witness }) {
  const voice = useVoice();
  const { say, language } = voice;
  const { name, handles, role, account } = who;
  return (
    <div class="known">
      <span class="known-face" style={{ '--face': colourOf(account?.id ?? id) }} aria-hidden="true">
        {initialOf(name, language)}
      </span>
      <div class="known-text">
        <p class="known-name">
          <bdi>{name || say('somebodyGone')}</bdi>
          {handles.map(({ network, handle }) => (
            <bdi key={`${network}${handle}`} class="known-handle">
              {handle}
            </bdi>
          ))}
        </p>
        <p class="known-note">{[say(`roleThen_${role ?? 'outside'}`), ...newsOf(who, voice)].join(' · ')}</p>
        {account && <Suspended account={account} />}
      </div>
    </div>
  );
}

/** Until when an account is shut out, while it is. */
export function Suspended({ account }: { account: KnownAccount }) {
  const voice = useVoice();
  const until = account.suspendedUntil;
  return until === null ? null : <p class="known-out">{suspensionOf(until, voice)}</p>;
}

function suspensionOf(until: number, { say, when }: Voice): string {
  return until >= FOR_EVER ? say('suspendedForEver') : say('suspendedUntil', { when: when(until) });
}

/** How an account is called in a sentence. */
export function nameOf(account: KnownAccount | null, { say }: Voice): string {
  return account ? (account.identities[0]?.handle ?? account.name) : say('somebodyGone');
}

function newsOf({ name, handles, account }: Witness, { say }: Voice): string[] {
  if (!account) return [say('isGone')];
  const now = account.identities.map(({ handle }) => handle);
  if (now.length === 0) return [say('isGuest'), ...renamed(account.name, name, say)];
  const isSame = handles.length > 0 && isAmong(handles, now) && account.name === name;
  return isSame ? [] : [say('knownAs', { name: [account.name, ...now].join(' ') })];
}

function renamed(now: string, then: string, say: Voice['say']): string[] {
  return now === then ? [] : [say('knownAs', { name: now })];
}

function isAmong(handles: Handle[], now: string[]): boolean {
  return handles.every(({ handle }) => now.includes(handle));
}
