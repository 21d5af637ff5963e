import { useSignal } from '@preact/signals';
import { AvatarStack } from '../avatar.tsx';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { deedOfJoin, useAhead, useJoin } from '../join.ts';
import { helpOf, isFinal } from '../problem-notice.tsx';
import { useIsSettled } from '../settled.ts';
import { companyOf, lineOf } from '../space-line.ts';
import { AddServer } from './add-server.tsx';
import type { Offer } from './offer.ts';
import { hostOf } from '#shared/schema/space-link.ts';
import type { LinkDesk } from './link-desk.ts';

const FACES_MAX = 3;

/** The Space that the page under the popup is about: what it is, and the way in. */
export function LinkOffer({ link, offer }: { link: LinkDesk; offer: Offer }) {
  const say = useWords();
  return (
    <section class="offer" aria-label={say('onThisPage')} aria-busy={offer.is === 'looking' || undefined}>
      <p class="offer-where">
        {say('onThisPage')} · <bdi dir="ltr">{hostOf(link.server)}</bdi>
      </p>
      <OfferBody link={link} offer={offer} />
    </section>
  );
}

function OfferBody({ link, offer }: { link: LinkDesk; offer: Offer }) {
  const say = useWords();
  switch (offer.is) {
    case 'looking':
      return <LookingOffer />;
    case 'live':
      return <LiveOffer link={link} space={offer.space} />;
    case 'over':
      return (
        <>
          <OfferTitle title={offer.title} />
          <p class="offer-line">{say('spaceHasEnded')}</p>
        </>
      );
    case 'missing':
      return <MissingOffer offer={offer} />;
    default:
      return offer satisfies never;
  }
}

/** About as high as what will most likely take its place. */
function LookingOffer() {
  const say = useWords();
  return (
    <div class="offer-looking skeleton-row" role="status" aria-label={say('lookingAtPage')}>
      <i class="skeleton-face" />
      <span>
        <i style={{ width: '72%' }} />
        <i style={{ width: '48%' }} />
      </span>
    </div>
  );
}

function OfferTitle({ title }: { title: string }) {
  return (
    <h2 class="offer-title" dir="auto">
      {title}
    </h2>
  );
}

type Shown = Extract<Offer, { is: 'live' }>['space'];

function LiveOffer({ link, space }: { link: LinkDesk; space: Shown }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const join = useJoin();
  const isAsking = useSignal(false);
  const isElsewhere = useIsSettled();
  const { server, servers } = perch.view.value;
  const isHome = link.server === server;
  const isStranger = !isHome && !servers.includes(link.server);
  const place = isHome ? undefined : link.server;
  const isJoining = deeds.pending.value === deedOfJoin(link.spaceId, place);
  const ahead = useAhead(link.spaceId, place);
  const listen = () => join(link.spaceId, undefined, place);
  const company = companyOf(space, say, perch.catalogue.value.language);
  return (
    <>
      <div class="offer-space">
        <AvatarStack people={space.stage} max={FACES_MAX} server={link.server} />
        <div class="offer-text">
          <OfferTitle title={space.title} />
          <p class="offer-line">{lineOf(space, say)}</p>
          {company && <p class="offer-line">{company}</p>}
        </div>
      </div>
      <Button
        look={isElsewhere ? 'quiet' : 'primary'}
        aria-label={say('startListeningTo', { title: space.title })}
        aria-haspopup={isStranger ? 'dialog' : undefined}
        isBusy={isJoining}
        {...ahead}
        onClick={() => (isStranger ? (isAsking.value = true) : void listen())}
      >
        {say(isJoining ? 'joining' : 'startListening')}
      </Button>
      {isAsking.value && (
        <AddServer link={link} onAdded={() => void listen()} onClose={() => (isAsking.value = false)} />
      )}
    </>
  );
}

function MissingOffer({ offer: { fault, again } }: { offer: Extract<Offer, { is: 'missing' }> }) {
  const say = useWords();
  return (
    <>
      <p class="offer-problem">{say(`fault_${fault}`)}</p>
      <p class="offer-line">{fault === 'unreachable' ? say('pageServerSilent') : helpOf(fault, say)}</p>
      {!isFinal(fault) && (
        <Button look="quiet" onClick={again}>
          {say('tryAgain')}
        </Button>
      )}
    </>
  );
}
