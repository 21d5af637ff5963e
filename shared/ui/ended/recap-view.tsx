import './recap.css';
import { useSignal } from '@preact/signals';
import { ROLES } from '#shared/schema/space.ts';
import type { Recalled, Recap } from '#shared/schema/recap.ts';
import { isolated } from '#shared/words/isolated.ts';
import { NETWORK_NAMES } from '#shared/words/network-names.ts';
import { NETWORK_ICONS } from '../account/network-icon.ts';
import { Avatar } from '../avatar.tsx';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { Icon } from '../icon.tsx';
import { profileOf } from './profile.ts';
import { spanOf } from './span.ts';

/** More fold behind a button, so that what is live now stays in sight. */
const FEW = 4;

/** How long a Space was and how many listened, who spoke, and where to follow them. */
export function RecapView({ recap }: { recap: Recap }) {
  const { perch } = useShell();
  const say = useWords();
  const isWhole = useSignal(false);
  const spoke = recap.people.filter((one) => one.spoke);
  const people = byRole(spoke.length > 0 ? spoke : recap.people);
  const folded = !isWhole.value && people.length > FEW + 1;
  const { language } = perch.catalogue.value;
  const { startedAt, listeners, server } = recap;
  const facts = [
    startedAt !== null && spanOf(perch.room.value.since - startedAt, language),
    listeners > 0 && say('listenedAtMost', { n: listeners }),
  ].filter(Boolean);
  return (
    <>
      {facts.length > 0 && <p class="notice-text recap-facts">{facts.join(' · ')}</p>}
      {people.length > 0 && (
        <>
          <h3 class="recap-head">{say(spoke.length > 0 ? 'whoSpoke' : 'wereOnStage')}</h3>
          <ul class="recap">
            {(folded ? people.slice(0, FEW) : people).map((one) => (
              <Person key={one.pid} person={one} server={server} />
            ))}
          </ul>
          {folded && (
            <Button look="text" class="recap-all" onClick={() => (isWhole.value = true)}>
              {say('showEverybody', { n: people.length })}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function byRole(people: readonly Recalled[]): Recalled[] {
  return people.toSorted((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role));
}

function Person({ person, server }: { person: Recalled; server: string | null }) {
  const say = useWords();
  const { pid, name, pic, role, isMe } = person;
  return (
    <li class="recap-person">
      <Avatar id={pid} name={name} pic={pic} server={server} />
      <span class="recap-text">
        <bdi class="recap-name" dir="auto">
          {isMe ? say('you') : name}
        </bdi>
        <span class="recap-role">{say(`role_${role}`)}</span>
      </span>
      {!isMe && <Follow person={person} />}
    </li>
  );
}

/** Where they showed who they are, as links: following is the business of those networks. */
function Follow({ person: { name, identities } }: { person: Recalled }) {
  const say = useWords();
  const links = identities.flatMap(({ network, handle }) => {
    const href = profileOf(network, handle);
    return href ? [{ network, href }] : [];
  });
  return links.map(({ network, href }) => {
    const label = say('followOn', { name: isolated(name), network: NETWORK_NAMES[network] });
    return (
      <a
        key={href}
        class="button recap-follow"
        data-round={links.length > 1 || undefined}
        href={href}
        target="_blank"
        rel="noreferrer"
        aria-label={label}
        title={label}
      >
        <Icon of={NETWORK_ICONS[network]} size={16} />
        {links.length === 1 && say('follow')}
      </a>
    );
  });
}
