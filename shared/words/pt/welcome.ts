import type { welcome as source } from '../en/welcome.ts';
import type { Translated } from '../words.ts';

export const welcome: Translated<typeof source> = {
  welcomeTitle: 'Boas-vindas ao Perch',
  welcomeLead: 'Conversas ao vivo, logo acima da linha do tempo que você já lê.',
  steps: 'Passos',
  stepOf: 'Passo {at} de {all}',
  stepDone: '{step}, feito',
  skipStep: 'Pular',
  nextStep: 'Avançar',
  stepBack: 'Voltar',

  stepPin: 'Fixar o Perch',
  pinTitle: 'Tenha o Perch à vista',
  pinHelp:
    'Clique na peça de quebra-cabeça na barra de ferramentas e depois no alfinete ao lado do Perch. Um clique ali leva você a um Space.',
  pinDone: 'O Perch está na sua barra de ferramentas.',
  pinnedIt: 'Já fixei',

  stepServer: 'Seu servidor',
  serverTitle: 'Escolha seu servidor',
  serverWhat:
    'É num servidor que os Spaces vivem. Qualquer pessoa pode ter um. Se lhe deram um endereço, ponha-o aqui; se não, fique com este.',
  serverDone: 'Este servidor responde. A partir de agora você vê os Spaces dele.',

  stepSound: 'Som',
  soundTitle: 'Confira se você ouve',
  soundHelp: 'O Perch toca três notas suaves. Seu microfone fica desligado.',
  playSound: 'Tocar o som',
  playAgain: 'Tocar de novo',
  playingSound: 'Tocando…',
  didYouHear: 'Você ouviu?',
  iHeardIt: 'Sim',
  iHeardNothing: 'Não',
  soundDone: 'Ótimo. É assim que os Spaces chegam a você.',
  soundHints:
    'Aumente o volume do computador, veja se esta aba está sem som ou escolha outros alto-falantes. Depois toque de novo.',
  soundFailed: 'O navegador não conseguiu tocar: {why}',
  speakersUnnamed:
    'O Perch toca onde seu navegador toca. O navegador mostra os nomes dos alto-falantes quando o Perch pode usar o microfone, o que ele pede quando você quer falar.',

  stepSites: 'Sites',
  sitesTitle: 'Onde você lê',
  sitesWhat:
    'Nestes sites o Perch mostra quem está ao vivo. Desative onde não quiser ou adicione seu próprio servidor. Nada da página é enviado a lugar algum.',

  allSetTitle: 'Tudo pronto',
  allSetHelp: 'Quando alguém entrar ao vivo, você vê acima da linha do tempo e na barra de ferramentas.',
  seeWhatIsLive: 'Ver o que está ao vivo',
  popupByHand: 'Clique no ícone do Perch na barra de ferramentas.',
  moreSettings: 'Todas as configurações',
};
