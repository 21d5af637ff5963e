import type { sites as source } from '../en/sites.ts';
import type { Translated } from '../words.ts';

export const sites: Translated<typeof source> = {
  showSpacesOn: 'Mostrar Spaces em {host}',
  showSpacesOnHelp:
    'O Perch põe então os Spaces ao vivo acima da sua linha do tempo. Ele lê os nomes de quem publica só no seu dispositivo.',
  spacesShownOn:
    'O Perch agora funciona em {host}. Quando alguém estiver ao vivo, você vê acima da sua linha do tempo.',
  siteRefused: 'Nada mudou. Você pode tentar de novo quando quiser.',
  siteIsOff: 'O Perch está desativado em {host}.',
  barHiddenOn: 'A barra está oculta em {host}.',
  barHiddenToday: 'A barra está oculta até amanhã.',
  showBarOn: 'Mostrar a barra em {host} de novo',
  showItNow: 'Mostrar agora',
  barIsBack: 'A barra está de volta: aparece quando alguém está ao vivo.',

  bar: 'Barra',
  barAlways: 'Mostrar a barra mesmo sem ninguém ao vivo',
  barAlwaysHelp: 'Senão, ela chega quando alguém entra ao vivo e some com o último Space.',
  sites: 'Sites',
  sitesHelp: 'Onde o Perch mostra quem está ao vivo. Ele lê os nomes de quem publica só no seu dispositivo.',
  sitesRefused: 'O navegador não deixa o Perch entrar em {hosts}; ali nenhum Space aparece.',
  alsoOn: 'E {hosts}',
  barHiddenHere: 'A barra está oculta aqui',
  showItAgain: 'Mostrar',
  addedByYou: 'Adicionados por você',
  removeIt: 'Remover',
  removeSite: 'Remover {host}',
  addSiteHelp:
    'Para qualquer outro servidor com Mastodon, Elk ou Phanpy, abra a página dele e clique no Perch na barra de ferramentas: ele oferece mostrar Spaces lá.',

  health: 'Estado dos adaptadores',
  healthHelp:
    'Um site refeito pode perder a barra ou os anéis. Aqui se conta o que o Perch encontra na última linha do tempo que você usou, sem ler mais nada.',
  checkTimeline: 'Verificar a linha do tempo aberta',
  noTimeline: 'Nenhuma linha do tempo está aberta. Abra uma em outra aba e verifique de novo.',
  foundOn: 'Encontrado em {site}',
  countFound: { one: '{n} encontrado', other: '{n} encontrados' },
  noneFound: 'nenhum',
  healthNote: 'Nenhum nem sempre é falha: algumas partes só aparecem de vez em quando.',
  copyReport: 'Copiar',
  copyReportHelp:
    'Para relatar uma falha. Só estas linhas são copiadas: nenhum endereço, nome ou palavra da página.',
  reportVersions: 'Perch {perch}, {browser}',
  reportCopied: 'Copiado.',
  copyFailed: 'O navegador não deixa o Perch copiar. Selecione as linhas e copie à mão.',
};
