import type { servers as source } from '../en/servers.ts';
import type { Translated } from '../words.ts';

export const servers: Translated<typeof source> = {
  onThisPage: 'Nesta página',
  lookingAtPage: 'Procurando o Space…',
  withOnStage: 'Com {names} no palco',
  pageServerSilent: 'Sua própria lista funciona como antes. Tente de novo daqui a pouco.',
  addServerQuestion: 'Adicionar {host}?',
  addServerHelp:
    'O Perch vai falar com este servidor para mostrar os Spaces dele e entrar neles. Como qualquer site, ele vê seu endereço de rede, e conhece você como visitante. Você pode removê-lo nas configurações.',
  addAndListen: 'Adicionar e ouvir',
  adding: 'Adicionando…',

  servers: 'Servidores',
  otherServers: 'Outros servidores',
  otherServersHelp:
    'O Perch lê Spaces de lá e entra neles quando você encontra um link para um. Ao remover um servidor, você sai do Space em que está nele.',
  noOtherServers:
    'Nenhum por enquanto. Abra a página de um Space e clique no Perch na barra de ferramentas: ele oferece adicionar o servidor.',
  remove: 'Remover',
  removeServer: 'Remover {host}',
};
