import type { Role } from '#shared/schema/space.ts';
import type { Me, Queue, ShownListener, Stage } from '#shared/schema/stage.ts';
import { useShell } from '../context.ts';
import { useWho, type Who } from '../who/who.ts';
import { cardOf, listenersOf, stageOf, type Face } from '../now-playing.ts';

/** The Space a person is in, put together from the server's lists and the media host's word. */
export interface StageNow {
  /** Null until the server has told, and in shells without a desk. */
  stage: Stage | null;
  me: Me | null;
  queue: Queue | null;
  role: Role | null;
  faces: Face[];
  /** How many more stand on stage than there are faces. */
  more: number;
  listeners: number | null;
  shown: readonly ShownListener[];
  startedAt: number | null;
  /** Since when the host is away, in local time. */
  hostLostAt: number | null;
  who: Who;
  /** Where the pictures are; home when null. */
  server: string | null;
}

/** The freshest that is known; a component that calls it renders again with every change. */
export function useStageNow(): StageNow {
  const { perch } = useShell();
  const room = perch.room.value;
  const desk = perch.desk?.view.value;
  const isMine = desk?.stage?.id === room.spaceId && room.spaceId !== null;
  const stage = isMine ? desk!.stage : null;
  const card = cardOf(perch.view.value, room);
  const faces = stageOf(room, stage?.people ?? card?.stage);
  const counted = stage ?? card;
  const me = isMine ? desk!.me : null;
  const queue = isMine ? desk!.queue : null;
  const who = useWho({ stage, queue, me, voices: perch.sound?.voices.value });
  return {
    stage,
    me,
    queue,
    role: me?.role ?? room.role,
    faces,
    more: stage || !card ? 0 : card.onStage - faces.length,
    listeners: counted && listenersOf(room, counted),
    shown: stage?.shown ?? [],
    startedAt: counted?.startedAt ?? room.startedAt,
    hostLostAt: stage ? lostAt(stage, desk!.skewMs) : (card?.hostLostAt ?? null),
    who,
    server: perch.view.value.spaceServer,
  };
}

/** The server's moment in local time. */
function lostAt({ hostLostAt }: Pick<Stage, 'hostLostAt'>, skewMs: number): number | null {
  return hostLostAt === null ? null : hostLostAt + skewMs;
}
