import type { inPage as source } from '../en/in-page.ts';
import type { Translated } from '../words.ts';

export const inPage: Translated<typeof source> = {
  stillLive: 'Que bom que você veio.',
  nowBlocked: 'Você bloqueou {name}.',
  faultHelp_not_found: 'Talvez tenha terminado, ou o link esteja incompleto.',
  faultHelp_space_ended: 'Que bom que você passou por aqui.',
  faultHelp_removed: 'Você não pode voltar a ele.',
  faultHelp_blocked_by_host: 'O anfitrião bloqueou você.',
  faultHelp_guests_refused: 'Só quem entrou com uma conta pode ouvir.',
  faultHelp_blocked_on_stage: 'Abra o Space em uma aba própria para decidir se ainda quer ouvir.',
  faultHelp_anonymous_refused: 'Abra o Space em uma aba própria para ouvir com seu nome.',
  faultHelp_unreachable: 'Confira sua conexão e tente de novo.',
  faultHelp_not_perch: 'Outra coisa responde no lugar dele. Tente de novo daqui a pouco.',
  faultHelp_microphone_denied:
    'Você pode continuar ouvindo. Para falar, clique no ícone à esquerda da barra de endereço, permita o microfone e tente de novo.',
};
