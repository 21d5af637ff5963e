import type { privacy as source } from '../en/privacy.ts';
import type { Translated } from '../words.ts';

export const privacy: Translated<typeof source> = {
  title: 'Privacidade',
  lead: 'O que este servidor guarda sobre você e por quanto tempo. O Perch não mostra anúncios, não usa cookies e não tem rastreadores.',
  keptFor: 'Guardado no máximo por: {time}',
  keptUnused: 'Guardado até ficar sem uso por: {time}',
  keptNot: 'Não é guardado',
  keptAccount: 'Guardado até você excluir sua conta',
  looking: 'Quando você só olha',
  address: 'Seu endereço de rede',
  addressHelp:
    'Serve para contar na memória os seus pedidos, para que ninguém inunde o servidor, e as suas conexões enquanto estão abertas. Não é escrito em lugar nenhum.',
  log: 'O registro do servidor',
  logHelp:
    'Quais páginas foram pedidas, quando e o que falhou; contas só pelo identificador, e nenhum endereço. O que fica na frente do servidor, como um proxy, pode ter um registro próprio.',
  logKept: 'Guardado pelo tempo que quem cuida do servidor decidir',
  account: 'Sua conta',
  name: 'Seu nome',
  nameHelp:
    'Na primeira vez que você entra em um Space ou inicia um, é criada uma conta: você é convidado, com o nome que der ou “Guest” e um número. Um convidado com todos os aparelhos desconectados não pode mais excluí-la.',
  networks: 'Suas contas no Mastodon, Bluesky ou X',
  networksHelp:
    'Se você entrar com uma delas: o nome de usuário, o nome e o identificador, uma cópia da foto e quando você provou que é sua. Nunca uma senha, e o que o login nos permitiu é devolvido na hora.',
  networksKept: 'Guardado até você removê-las aqui',
  leave: 'A permissão para mostrar no Bluesky que você está ao vivo',
  leaveHelp: 'Só se você der; lacrada.',
  leaveKept: 'Guardado até você retirá-la',
  signIn: 'Um login em andamento',
  signInHelp: 'O que traz você de volta da sua rede, lacrado.',
  devices: 'Onde você está conectado',
  devicesHelp:
    'O tipo de navegador e sistema, quando chegou e quando foi usado pela última vez, com precisão de uma hora. Da chave, só um hash.',
  spaces: 'Nos Spaces',
  sound: 'O que é dito',
  soundHelp: 'O som passa pelo servidor de mídia até quem escuta. Nada é gravado.',
  hosted: 'Spaces que você apresenta',
  hostedHelp: 'O título, o idioma, as configurações e quando começou e terminou.',
  joined: 'Spaces em que você entra',
  joinedHelp:
    'Com que nome e em que papel, quando você chegou e saiu, e o que escreveu ao pedir a palavra. Ouvintes anônimos não são nomeados a ninguém, mas o servidor os conhece.',
  follows: 'Quem você segue',
  followsHelp: 'Só se você deixar falar no seu Space as pessoas que segue: códigos embaralhados delas.',
  followsKept: 'Guardado até o Space terminar',
  ahead: 'Preparar-se para tocar',
  aheadHelp:
    'Enquanto você para sobre um Space, seu navegador pode se conectar sem som. Fica só na memória, e ninguém é contado.',
  events: 'Mensagens do servidor de mídia',
  eventsHelp: 'Os identificadores delas, para que nenhuma valha duas vezes.',
  safety: 'Segurança',
  blocks: 'Quem você bloqueia ou silencia',
  blocksKept: 'Guardado até você desfazer ou excluir sua conta',
  reports: 'Denúncias',
  reportsHelp: 'O que foi denunciado e por quem, com os nomes, papéis e nomes de usuário daquele momento.',
  recordsKept: 'Guardado sem limite, mas uma conta excluída deixa de ser nomeada ali',
  trail: 'O registro de decisões',
  trailHelp: 'O que anfitriões e quem cuida do servidor decidiram: quem, sobre quem e quando.',
  gone: 'O que uma conta excluída deixa nos Spaces',
  goneHelp: 'Uma marca sem nome, para que quem a encontrou ali saiba que ela se foi.',
  known: 'Bloqueios, remoções e suspensões de uma conta excluída',
  knownHelp: 'Cada conta de rede como um hash, para que uma conta nova não os contorne.',
  knownKept: 'Guardado enquanto valerem',
  browser: 'No seu navegador',
  extension: 'O que o Perch guarda ali',
  extensionHelp:
    'Suas configurações, a chave da sua conta, quem você segue e os últimos {n} Spaces em que você esteve.',
  extensionKept: 'Guardado até você apagar ou remover o Perch',
  timelines: 'O que ele lê nas linhas do tempo',
  timelinesHelp:
    'Os nomes dos autores e os links para Spaces, comparados no seu aparelho. Só um link para um Space é consultado, no servidor dele se você o adicionou, e a um servidor Mastodon se pergunta, sem o seu login, qual é o domínio.',
  yours: 'O que você pode fazer',
  yoursHelp:
    'Sua conta, na extensão ou na página de um Space, lista seus aparelhos e redes; ali você os desconecta, remove ou exclui tudo de uma vez.',
  contact: 'Se tiver dúvidas, fale com quem cuida deste servidor:',
};
