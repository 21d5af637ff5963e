import type { peopleFirst as source } from '../en/people-first.ts';
import type { Translated } from '../words.ts';

export const peopleFirst: Translated<typeof source> = {
  why_hosts: '{name}, que você segue, conduz',
  why_speaks: '{name}, que você segue, está falando',
  why_seen: '{name}, da sua linha do tempo, está falando',

  spokenLanguage: 'Idioma falado',
  speak_followed: 'Pessoas que eu sigo',
  speakHelp_followed: 'Se pedirem, sobem ao palco na hora. As outras esperam por você.',
  speakFollowedUnknown:
    'O Perch ainda não sabe quem você segue. Entre com uma conta ou indique uma nas configurações.',
  speakFollowedTold: {
    one: 'Para isso, o Perch envia ao servidor um código embaralhado da {n} pessoa que você segue, com um sal novo para este Space. Não contém o nome dela, mas o servidor pode saber se é alguém que ele conhece. É apagado quando o Space termina.',
    other:
      'Para isso, o Perch envia ao servidor códigos embaralhados das {n} pessoas que você segue, com um sal novo para este Space. Não contêm nomes, mas o servidor pode saber se há entre elas alguém que ele conhece. São apagados quando o Space termina.',
  },
  requestHelpFollowed:
    'Se o anfitrião segue você, você sobe ao palco na hora, com o microfone desligado, e todo mundo vê seu nome. Se não, os anfitriões veem quem você é e o que você escreve.',

  followsTitle: 'Pessoas que você segue',
  followsHelp:
    'Os Spaces delas vêm primeiro na sua lista. O Perch lê na própria rede quem você segue e guarda isso neste dispositivo. Nenhum servidor Perch fica sabendo, a não ser que você crie um Space em que podem falar as pessoas que você segue.',
  followsNone: 'O Perch ainda não sabe quem você segue. Entre com uma conta ou indique a sua aqui.',
  followsCount: { one: '{n} pessoa', other: '{n} pessoas' },
  followsRead: 'lido {when}',
  followsNow: 'agora mesmo',
  followsReading: 'Lendo…',
  followsNew: 'Ainda não lido.',
  followsNeedsLeave:
    'O servidor dela só diz isso com sua permissão. Dê a permissão na janela do Perch, na sua conta.',
  followsHidden: 'Esta conta não mostra quem ela segue.',
  followsOff: 'O Perch não lê quem você segue aqui.',
  followsFailed: '{why} O que já se sabia continua.',
  followsUnreachable: 'O servidor dela não responde.',
  followsNotFound: 'Essa conta não existe.',
  followsTooOften: 'O servidor dela pede um tempo.',
  followsBadName:
    'Escreva um usuário do Bluesky como ana.bsky.social ou um nome completo do Mastodon como @ana@mastodon.social.',
  readAgain: 'Ler de novo',
  readAgainOf: 'Ler de novo quem {handle} segue',
  removeFollows: 'Remover {handle}',
  followsName: 'Usuário do Bluesky ou nome completo do Mastodon',
  addFollows: 'Adicionar',
};
