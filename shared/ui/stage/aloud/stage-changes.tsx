import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isolate } from '#shared/words/words.ts';
import { listed } from '#shared/words/isolated.ts';
import { useShell, useWords, type Say } from '../../context.ts';
import { useStageNow } from '../stage-now.ts';
import { type Changes, changesOf, mostOf, namesToSay, tallied, type Tally } from './changes.ts';

/** Those who come and go within this time are told of in one sentence. */
const TOGETHER_MS = 1500;
/** Reactions are told of at most this often. */
const REACTIONS_EVERY_MS = 5000;

/** Says who came on stage, who left it and what people react with, to those who do not see it. */
export function StageChanges() {
  const changes = useChanges();
  const reactions = useReactionsHeard();
  const say = useWords();
  const { perch } = useShell();
  const { language } = perch.view.value;
  return (
    <>
      <p role="status">{sentencesOf(changes, say, language)}</p>
      <p role="status">{reactions && say('reactionsHeard', { list: isolate(reactions) })}</p>
    </>
  );
}

function sentencesOf({ came, left }: Changes, say: Say, language: string): string {
  const names = (people: Changes['came']) => listed(namesToSay(people), language);
  return [
    came.length > 0 && say('cameOnStage', { names: names(came) }),
    left.length > 0 && say('leftStage', { names: names(left) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What changed on stage of late; who was there at first is no news. */
function useChanges(): Changes {
  const { stage, me } = useStageNow();
  const changes = useSignal<Changes>({ came: [], left: [] });
  const told = useRef(stage);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const now = useRef({ stage, me });
  now.current = { stage, me };
  useEffect(() => {
    if (!stage || stage.id !== told.current?.id) {
      told.current = stage;
      return;
    }
    timer.current ??= setTimeout(() => {
      timer.current = null;
      const { stage, me } = now.current;
      if (!stage || stage.id !== told.current?.id) return;
      const found = changesOf(told.current.people, stage.people, me?.participantId ?? null);
      told.current = stage;
      if (found.came.length || found.left.length) changes.value = found;
    }, TOGETHER_MS);
  }, [stage]);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return changes.value;
}

/** The reactions of the last seconds in short; null in between, so that the same ones are said again. */
function useReactionsHeard(): string | null {
  const { perch } = useShell();
  const { desk } = perch;
  const heard = useSignal<string | null>(null);
  useEffect(() => {
    if (!desk) return;
    let tally: Tally = new Map();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      heard.value = mostOf(tally);
      tally = new Map();
    };
    const stop = desk.onReactions((items) => {
      tally = tallied(tally, items, desk.view.peek().me?.participantId ?? null);
      if (timer !== undefined || tally.size === 0) return;
      heard.value = null;
      timer = setTimeout(tell, REACTIONS_EVERY_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [desk]);
  return heard.value;
}
