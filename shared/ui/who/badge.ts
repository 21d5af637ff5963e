import { MicOff, VolumeX, type IconNode } from 'lucide';

/** What an avatar's badge says of somebody's sound: the person does not want to hear them, or nobody can. */
export function badgeOf({ isUnheard, isMuted }: { isUnheard: boolean; isMuted: boolean }): IconNode | false {
  if (isUnheard) return VolumeX;
  return isMuted && MicOff;
}
