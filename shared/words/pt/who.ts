import type { who as source } from '../en/who.ts';
import type { Translated } from '../words.ts';

export const who: Translated<typeof source> = {
  handleOn: '{handle} em {network}',
  aboutPerson: 'Sobre {name}',
  lookAlike_host: 'Não é o anfitrião: é outra pessoa com nome parecido',
  lookAlike_cohost: 'Não é o coanfitrião: é outra pessoa com nome parecido',
  lookAlike_person: 'Não é {name}: é outra pessoa com nome parecido',
  lookAlike_handle: 'Não é {name}: é outra pessoa com usuário parecido',
  oddHandle: 'Há letras neste usuário que se confundem com outras',

  muteForMe: 'Silenciar para mim',
  unmuteForMe: 'Voltar a ouvir',
  mutedForMe: 'Sem som para você',
  muteForMeHelp: 'Só você deixa de ouvir essa pessoa, aqui e em outros Spaces.',
  unmuteForMeHelp: 'Você não ouve essa pessoa, nem aqui nem em outros Spaces.',
};
